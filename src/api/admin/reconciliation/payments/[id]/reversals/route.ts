import { reverseMoneyWorkflow } from "../../../../../../workflows/reverse-money/workflows/reverse-money"
import { reversalBody } from "../../../../../lib/money-bodies"
import { paymentIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "payments/{id}/reversals",
  right: "manage",
  summary:
    "Record that a payment or deposit was taken back: chargeback, bounced cheque, direct debit returned, or recorded by mistake. What it had paid is owed again. The id is an open item's, or a capture's of the host.",
  id: paymentIdOf,
  body: reversalBody,
  answer: { reversal: "ReversalView" },
  records: true,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await reverseMoneyWorkflow(scope).run({
      input: { ...body, ...change, payment_id: id },
    })
    return result
  },
})
