import { recordPaymentWorkflow } from "../../../../workflows/record-payment/workflows/record-payment"
import { actorOf } from "../../../lib/actor"
import { answer } from "../../../lib/answer"
import { checkIdempotencyKey, readBody } from "../../../lib/read-body"
import { recordPaymentBody } from "../../../lib/schemas"

/** Records money on a customer's account; the same key is answered the same payment. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, recordPaymentBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await recordPaymentWorkflow(request.scope).run({
    input: { ...body, idempotency_key: key, actor: actorOf(request), cause: "POST payments" },
  })
  response.status(201).json(result)
})
