import { z } from "@medusajs/framework/zod"
import type { OpenItemKind } from "../../types/http"

/** What the plugin's routes accept; the OpenAPI description is made of the same schemas. */

/** Text that PostgreSQL and JSON carry unchanged: no NUL, no half of a surrogate pair. */
const text = (longest: number): z.ZodString =>
  z
    .string()
    .max(longest)
    .regex(/^[^\0\p{Surrogate}]*$/u, "has characters that cannot be stored")

const id = text(100).min(1)
/** Years that a shop's money can have; PostgreSQL and JavaScript do not agree on what lies far beyond. */
const day = z.iso.date().refine((value) => value >= "1970-01-01" && value < "2200", "is too far away")
const DAY = 86_400_000
/** A day, or a moment with its offset, that has come. */
const pastMoment = z
  .union([day, z.iso.datetime({ offset: true }).refine((moment) => moment >= "1970", "is too far away")])
  .refine((moment) => Date.parse(moment) <= Date.now() + DAY, "is in the future")
/** Which strategies there are depends on the store, so the ledger says which it does not know. */
const strategy = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "is not the name of a strategy")
const version = z.number().int().min(0)
/** A number in an address: digits, and not several of them or none. */
const inAddress = <Shape extends z.ZodType>(shape: Shape): z.ZodPipe<z.ZodTransform, Shape> =>
  z.preprocess((sent) => (typeof sent === "string" && /^\d{1,15}$/.test(sent) ? Number(sent) : sent), shape)
/** Entries of a page. */
const limit = inAddress(z.number().int().min(1).max(500)).default(50)
const currencyCode = z.string().regex(/^[A-Za-z]{3}$/, "is not a three-letter currency code")
const KINDS = [
  "charge",
  "fee",
  "shipping",
  "return_shipping",
  "rounding",
  "adjustment",
  "credit_line",
  "cancellation",
  "payment",
  "deposit",
  "stored_value",
  "refund",
  "void",
  "reversal",
  "write_off",
  "transfer",
] as const satisfies readonly OpenItemKind[]
const wholeNumber = z.string().regex(/^\d{1,18}$/, "is not an id of this list")

export const reconcileOrderBody = z.strictObject({
  strategy: strategy.optional(),
  /** The version last read; 409 when the order has moved on. */
  version: version.optional(),
})

export const previewOrderBody = z.strictObject({ strategy: strategy.optional() })

export const reconcileAccountBody = z.strictObject({ strategy, version: version.optional() })

export const previewAccountBody = z.strictObject({ strategy })

export const recordPaymentBody = z.strictObject({
  customer_id: id,
  currency_code: currencyCode,
  amount: z.string().max(40),
  method: z.enum(["cash", "cheque", "transfer", "other"]),
  reference: text(200).trim().min(1).optional(),
  occurred_at: pastMoment.optional(),
})

const reason = text(500).trim().min(1)

export const reversePaymentBody = z.strictObject({
  kind: z.enum(["chargeback", "bounced_cheque", "direct_debit_return", "other"]),
  amount: z.string().max(40).optional(),
  occurred_at: pastMoment.optional(),
  reference: text(200).trim().min(1).optional(),
  reason,
})

export const writeOffBody = z.strictObject({
  kind: z.enum(["short_payment", "surplus", "bank_charges"]),
  amount: z.string().max(40).optional(),
  reason,
  version: version.optional(),
})

/** Money on account has no rest. */
export const keepDepositBody = z.strictObject({ amount: z.string().max(40).optional(), reason })

export const undoWriteOffBody = z.strictObject({ reason })

export const decideWriteOffBody = z.strictObject({ reason: reason.optional() })

export const refundLinesBody = z.strictObject({
  payment_id: id,
  amount: z.string().max(40),
  /** What each row of the order's matrix gets back; they add up to the amount. */
  lines: z
    .array(z.strictObject({ row: text(120).min(1), amount: z.string().max(40) }))
    .min(1)
    .max(500),
  refund_reason_id: id.optional(),
  note: text(500).optional(),
})

export const openItemsQuery = z.strictObject({
  account_id: wholeNumber.optional(),
  order_id: id.optional(),
  customer_id: id.optional(),
  side: z.enum(["debit", "credit"]).optional(),
  kind: z.enum(KINDS).optional(),
  currency_code: currencyCode.toLowerCase().optional(),
  from: day.optional(),
  to: day.optional(),
  limit,
  cursor: text(60).optional(),
})

const amount = z.string().max(40)

export const planPaymentsBody = z.strictObject({
  instalments: z
    .array(
      z.strictObject({
        due_on: day,
        amount,
        method: text(100).min(1).optional(),
        /** Money that carries it fulfils this instalment: a payment, payment collection or capture. */
        reference: text(200).trim().min(1).optional(),
        /** Rows it is meant for; without an amount a row takes what the instalment has left for it. */
        items: z
          .array(z.strictObject({ row: text(200).min(1), amount: amount.optional() }))
          .max(500)
          .optional(),
      }),
    )
    .max(500),
  /** Kept in the journal. */
  reason: text(500).optional(),
  /** The version last read; 409 when the order has moved on. */
  version: version.optional(),
})

export const postponeInstalmentBody = z.strictObject({ due_on: day, version: version.optional() })

export const failInstalmentBody = z.strictObject({
  note: text(500).optional(),
  version: version.optional(),
})

export const cancelInstalmentBody = z.strictObject({ version: version.optional() })

export const versionQuery = z.strictObject({ version: inAddress(version).optional() })

export const instalmentsQuery = z.strictObject({
  state: z.enum(["upcoming", "overdue", "failed"]).optional(),
  from: day.optional(),
  to: day.optional(),
  customer_id: id.optional(),
  limit,
  cursor: text(60).optional(),
})

export const noQuery = z.strictObject({})

export const accountsQuery = z.strictObject({ customer_id: id, limit, cursor: text(60).optional() })

/** A header: no tab and no other character that controls. */
export const idempotencyKey = text(200)
  .min(1)
  .regex(/^\P{Cc}*$/u, "has control characters")

/** An id in a path. */
export const pathId = id
