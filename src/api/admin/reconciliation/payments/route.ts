import { z } from "@medusajs/framework/zod"
import { recordPaymentWorkflow } from "../../../../workflows/record-payment/workflows/record-payment"
import { orNull, route } from "../../../lib/route"
import { amount, currencyCode, id, pastMoment, text } from "../../../lib/schemas"

export const POST = route({
  method: "post",
  path: "payments",
  right: "manage",
  summary: "Record money on a customer's account.",
  body: z.strictObject({
    customer_id: id,
    currency_code: currencyCode,
    amount,
    method: z.enum(["cash", "cheque", "transfer", "other"]),
    reference: text(200).trim().min(1).optional(),
    occurred_at: pastMoment.optional(),
  }),
  answer: { payment: "OpenItemView", allocation_plan: orNull("AllocationPlanView") },
  records: true,
  findsByBody: true,
  handler: async ({ scope, body, change }) => {
    const { result } = await recordPaymentWorkflow(scope).run({ input: { ...body, ...change } })
    return result
  },
})
