import { z } from "@medusajs/framework/zod"
import { amount, id, text } from "./schemas"

/** Body of a refund of chosen rows, and of its preview. */
export const refundBody = z.strictObject({
  payment_id: id,
  amount,
  /** What each row of the order's matrix gets back; they add up to the amount. */
  lines: z
    .array(z.strictObject({ row: text(120).min(1), amount }))
    .min(1)
    .max(500),
  refund_reason_id: id.optional(),
  note: text(500).optional(),
})
