import { recordPaymentWorkflow } from "../../../../workflows/record-payment/workflows/record-payment"
import { actorOf } from "../../../lib/actor"
import { answer } from "../../../lib/answer"
import { checkIdempotencyKey, readBody } from "../../../lib/read-body"
import { recordPaymentBody } from "../../../lib/schemas"

/** Records money on a customer's account; 201 when it is new, 200 when its key had recorded it before. */
export const POST = answer(async (request, response) => {
  const body = await readBody(request, recordPaymentBody)
  const key = checkIdempotencyKey(request.headersDistinct)
  const { result } = await recordPaymentWorkflow(request.scope).run({
    input: { ...body, idempotency_key: key, actor: actorOf(request), cause: "POST payments" },
  })
  response.status(result.created ? 201 : 200).json(result)
})
