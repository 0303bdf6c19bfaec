import { z } from "@medusajs/framework/zod"
import { reverseMoneyWorkflow } from "../../../../../../workflows/reverse-money/workflows/reverse-money"
import { paymentIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { amount, pastMoment, reason, text } from "../../../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "payments/{id}/reversals",
  right: "manage",
  summary:
    "Record that a payment or deposit was taken back: chargeback, bounced cheque, direct debit returned. What it had paid is owed again. The id is an open item's, or a capture's of the host.",
  id: paymentIdOf,
  body: z.strictObject({
    kind: z.enum(["chargeback", "bounced_cheque", "direct_debit_return", "other"]),
    amount: amount.optional(),
    occurred_at: pastMoment.optional(),
    reference: text(200).trim().min(1).optional(),
    reason,
  }),
  answer: { reversal: "ReversalView" },
  records: true,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await reverseMoneyWorkflow(scope).run({
      input: { ...body, ...change, payment_id: id },
    })
    return result
  },
})
