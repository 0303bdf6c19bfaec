import { z } from "@medusajs/framework/zod"
import { amount, id, pastMoment, reason, text } from "./schemas"

/** Bodies of acts on money; each is that of its preview too. */

export const reversalBody = z.strictObject({
  kind: z.enum(["chargeback", "bounced_cheque", "direct_debit_return", "mistake", "other"]),
  amount: amount.optional(),
  occurred_at: pastMoment.optional(),
  reference: text(200).trim().min(1).optional(),
  reason,
})

export const undoBody = z.strictObject({ reason: reason.optional() })

/** Takes back with it what has come to rest on what is released; else that is refused. */
const cascade = z.boolean().optional()

export const moveBody = z.strictObject({
  to: z.union([z.strictObject({ customer_id: id }), z.strictObject({ suspense: z.literal(true) })]),
  amount: amount.optional(),
  /** Takes the money off what it pays first, newest first. */
  release: z.boolean().optional(),
  cascade,
  reason: reason.optional(),
})

export const undoMoveBody = z.strictObject({
  release: z.boolean().optional(),
  cascade,
  reason: reason.optional(),
})

export const payBackBody = z
  .strictObject({
    amount: amount.optional(),
    method: z.enum(["cash", "cheque", "transfer", "other"]).optional(),
    reference: text(200).trim().min(1).optional(),
    occurred_at: pastMoment.optional(),
    /** Has the store refund what a capture has left, through its payment provider. */
    via: z.literal("host").optional(),
    reason: reason.optional(),
  })
  .refine(({ via, method }) => (via === "host") === (method === undefined), {
    path: ["method"],
    message: "send how the money went out, or via=host",
  })
