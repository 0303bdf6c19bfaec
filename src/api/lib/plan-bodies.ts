import { z } from "@medusajs/framework/zod"
import { amount, day, text, version } from "./schemas"

/** A planned payment, and the rows it is meant for; without an amount a row takes what the instalment has left for it. */
const instalment = z.strictObject({
  due_on: day,
  amount,
  method: text(100).min(1).optional(),
  /** Money that carries it fulfils this instalment: a payment, payment collection or capture. */
  reference: text(200).trim().min(1).optional(),
  items: z
    .array(z.strictObject({ row: text(200).min(1), amount: amount.optional() }))
    .max(500)
    .optional(),
})

/** Body of a plan. */
export const planBody = z.strictObject({
  instalments: z.array(instalment).max(500),
  /** Kept in the journal. */
  reason: text(500).optional(),
  version: version.optional(),
})

/** Body of a plan's preview; with `cancel` it is of cancelling the plan, and plans nothing. */
export const planPreviewBody = planBody.extend({ cancel: z.literal(true).optional() })
