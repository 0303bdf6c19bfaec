import { recordPaymentWorkflow } from "../../../../workflows/record-payment/workflows/record-payment"
import { askedOf } from "../../../lib/asked"
import { answer } from "../../../lib/answer"
import { recordPaymentBody } from "../../../lib/schemas"

/** Records money on a customer's account; the same key is answered the same payment. */
export const POST = answer(async (request, response) => {
  const asked = await askedOf(request, recordPaymentBody, "POST payments")
  const { result } = await recordPaymentWorkflow(request.scope).run({ input: asked })
  response.status(201).json(result)
})
