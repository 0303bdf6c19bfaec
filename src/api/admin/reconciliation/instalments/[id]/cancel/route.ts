import { changeInstalmentWorkflow } from "../../../../../../workflows/change-instalment/workflows/change-instalment"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { instalmentIdOf } from "../../../../../lib/instalment-id"
import { changedOrder } from "../../../../../lib/order-answer"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { cancelInstalmentBody } from "../../../../../lib/schemas"

/** Cancels what is left of an instalment; what was paid stays. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, cancelInstalmentBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await changeInstalmentWorkflow(request.scope).run({
    input: {
      ...body,
      instalment_id: instalmentIdOf(request),
      action: "cancel",
      idempotency_key: key,
      actor: actorOf(request),
      cause: "POST instalments/:id/cancel",
    },
  })
  response.json({ order: await changedOrder(request.scope, result.order_id), changed: result.changed })
})
