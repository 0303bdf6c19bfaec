import { z } from "@medusajs/framework/zod"
import { amount, reason, text, version } from "./schemas"

/** Body of a write-off of an order. */
export const orderWriteOffBody = z.strictObject({
  kind: z.enum(["short_payment", "surplus", "bank_charges"]),
  /** Key of the row of the order's matrix that alone is meant; all of them, in their order, when absent. */
  row: text(200).min(1).optional(),
  amount: amount.optional(),
  reason,
  version: version.optional(),
})

/** Body of keeping a surplus of money on account. */
export const moneyWriteOffBody = z.strictObject({ amount: amount.optional(), reason })
