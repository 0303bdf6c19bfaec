import { z } from "@medusajs/framework/zod"
import { amount, currencyCode, day, numberId, reason, text } from "./schemas"

/** Bodies of opening balances; each is that of its preview too. */

/** A day's work of a person who moves from another system. */
const MOST_ROWS = 500
const MOST_CREDITS = 100

export const LARGEST_OPENINGS_BYTES = 1024 * 1024

export const openingsBody = z.strictObject({
  currency_code: currencyCode.optional(),
  date: day.optional(),
  go_live_on: day.optional(),
  rows: z
    .array(
      z.strictObject({
        customer: text(200).trim().min(1),
        balance: z.enum(["owes", "has_money"]),
        amount,
        currency_code: currencyCode.optional(),
        date: day.optional(),
        due_on: day.optional(),
        document_number: text(60).trim().min(1).optional(),
        memo: text(200).trim().min(1).optional(),
        confirm_duplicate: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(MOST_ROWS),
  reason: reason.optional(),
})

export const payOpeningBody = z.strictObject({
  credits: z.array(numberId).min(1).max(MOST_CREDITS).optional(),
  amount: amount.optional(),
  reason: reason.optional(),
})

export const undoOpeningBody = z.strictObject({
  cascade: z.boolean().optional(),
  reason: reason.optional(),
})
