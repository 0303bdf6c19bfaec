import { changeInstalmentWorkflow } from "../../../../../../workflows/change-instalment/workflows/change-instalment"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { instalmentIdOf } from "../../../../../lib/instalment-id"
import { changedOrder } from "../../../../../lib/order-answer"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { postponeInstalmentBody } from "../../../../../lib/schemas"

/** Moves the day on which an instalment falls due; one that failed is awaited again. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, postponeInstalmentBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await changeInstalmentWorkflow(request.scope).run({
    input: {
      ...body,
      instalment_id: instalmentIdOf(request),
      action: "postpone",
      idempotency_key: key,
      actor: actorOf(request),
      cause: "POST instalments/:id/postpone",
    },
  })
  response.json({ order: await changedOrder(request.scope, result.order_id), changed: result.changed })
})
