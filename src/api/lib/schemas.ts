import { z } from "@medusajs/framework/zod"
import { STRATEGY_NAMES } from "../../modules/reconciliation/services/options"

/** What the plugin's routes accept; the OpenAPI description is made of the same schemas. */

const id = z.string().min(1).max(100)
const day = z.iso.date()
const strategy = z.enum(STRATEGY_NAMES)
const version = z.number().int().min(0)
const currencyCode = z.string().regex(/^[A-Za-z]{3}$/, "is not a three-letter currency code")
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
  reference: z.string().trim().min(1).max(200).optional(),
  occurred_at: z
    .union([day, z.iso.datetime({ offset: true })])
    .refine((moment) => Date.parse(moment) <= Date.now() + DAY, "is in the future")
    .optional(),
})

const DAY = 86_400_000

export const openItemsQuery = z.strictObject({
  account_id: wholeNumber.optional(),
  order_id: id.optional(),
  customer_id: id.optional(),
  side: z.enum(["debit", "credit"]).optional(),
  kind: z.string().max(30).optional(),
  currency_code: currencyCode.toLowerCase().optional(),
  from: day.optional(),
  to: day.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(60).optional(),
})

export const accountsQuery = z.strictObject({ customer_id: id })

export const idempotencyKey = z.string().min(1).max(200).optional()
