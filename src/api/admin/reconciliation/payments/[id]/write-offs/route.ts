import { writeOffWorkflow } from "../../../../../../workflows/write-off/workflows/write-off"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { paymentIdOf } from "../../../../../lib/path-id"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { keepDepositBody } from "../../../../../lib/schemas"

/** Keeps a small surplus of money on account, or asks a second person to. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, keepDepositBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await writeOffWorkflow(request.scope).run({
    input: {
      ...body,
      kind: "surplus",
      payment_id: paymentIdOf(request),
      cause: "POST payments/:id/write-offs",
      idempotency_key: key,
      actor: actorOf(request),
    },
  })
  response.json(result)
})
