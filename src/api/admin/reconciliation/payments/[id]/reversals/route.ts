import { reverseMoneyWorkflow } from "../../../../../../workflows/reverse-money/workflows/reverse-money"
import { askedOf } from "../../../../../lib/asked"
import { answer } from "../../../../../lib/answer"
import { paymentIdOf } from "../../../../../lib/path-id"
import { reversePaymentBody } from "../../../../../lib/schemas"

/** Records that a payment was taken back; the same key is answered the same reversal. */
export const POST = answer(async (request, response) => {
  const asked = await askedOf(request, reversePaymentBody, "POST payments/:id/reversals")
  const { result } = await reverseMoneyWorkflow(request.scope).run({
    input: { ...asked, payment_id: paymentIdOf(request) },
  })
  response.status(201).json(result)
})
