import { z } from "@medusajs/framework/zod"
import { amount, currencyCode, id, numberId, pastMoment, reason, text, version } from "./schemas"

/** Bodies of payments that people record; each is that of its preview too. */

/** As many orders as a person ticks, and as many rows as a person pastes. */
const MOST_ORDERS = 100
const MOST_LINES = 1_000
const MOST_ROWS = 200

/** Two hundred rows, each with a few orders. */
export const LARGEST_BATCH_BYTES = 1024 * 1024

const ticked = z
  .array(
    z.strictObject({
      order_id: id,
      amount: amount.optional(),
      lines: z
        .array(z.strictObject({ line: text(200), amount }))
        .min(1)
        .max(MOST_LINES)
        .optional(),
      difference: z
        .strictObject({
          kind: z.enum(["keep_open", "write_off", "cash_discount", "bank_fee"]),
          amount: amount.optional(),
          reason: reason.optional(),
        })
        .optional(),
    }),
  )
  .max(MOST_ORDERS)

const method = z.enum(["cash", "cheque", "transfer", "other"])
const reference = text(200).trim().min(1)

export const paymentBody = z.strictObject({
  customer_id: id.nullable(),
  order_id: id.optional(),
  suspense: z.literal(true).optional(),
  currency_code: currencyCode,
  amount,
  method,
  reference: reference.optional(),
  occurred_at: pastMoment.optional(),
  note: reason.optional(),
  orders: ticked.optional(),
  use_unapplied: z.boolean().optional(),
  instalment_id: numberId.optional(),
  version: version.optional(),
  confirm_duplicate: z.boolean().optional(),
})

export const paymentsBody = z.strictObject({
  currency_code: currencyCode,
  rows: z
    .array(
      z.strictObject({
        customer: text(200).trim().min(1),
        amount,
        method,
        reference: reference.optional(),
        occurred_at: pastMoment.optional(),
        orders: z.array(id).max(MOST_ORDERS).optional(),
        confirm_duplicate: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(MOST_ROWS),
  only_valid: z.boolean().optional(),
})

export const applyBody = z.strictObject({
  orders: ticked.min(1),
  version: version.optional(),
  note: reason.optional(),
})
