import { reverseMoneyWorkflow } from "../../../../../../workflows/reverse-money/workflows/reverse-money"
import { actorOf } from "../../../../../lib/actor"
import { answer } from "../../../../../lib/answer"
import { paymentIdOf } from "../../../../../lib/path-id"
import { checkIdempotencyKey, readBody } from "../../../../../lib/read-body"
import { reversePaymentBody } from "../../../../../lib/schemas"

/** Records that a payment was taken back; the same key is answered the same reversal. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, reversePaymentBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await reverseMoneyWorkflow(request.scope).run({
    input: {
      ...body,
      payment_id: paymentIdOf(request),
      idempotency_key: key,
      actor: actorOf(request),
      cause: "POST payments/:id/reversals",
    },
  })
  response.status(201).json(result)
})
