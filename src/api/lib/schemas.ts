import { z } from "@medusajs/framework/zod"
import type { OpenItemKind } from "../../types/http"

/** What several routes accept in their bodies and addresses; each route's own shape stands in its declaration. */

/** Text that PostgreSQL and JSON carry unchanged: no NUL, no half of a surrogate pair. */
export const text = (longest: number): z.ZodString =>
  z
    .string()
    .max(longest)
    .regex(/^[^\0\p{Surrogate}]*$/u, "has characters that cannot be stored")

/** An id of the host's. */
export const id = text(100).min(1)

/** An id of the ledger's. */
export const numberId = z.string().regex(/^\d{1,18}$/, "is not an id of this list")

/** Years that a shop's money can have; PostgreSQL and JavaScript do not agree on what lies far beyond. */
export const day = z.iso.date().refine((value) => value >= "1970-01-01" && value < "2200", "is too far away")

const DAY = 86_400_000

/** A day, or a moment with its offset, that has come. */
export const pastMoment = z
  .union([day, z.iso.datetime({ offset: true }).refine((moment) => moment >= "1970", "is too far away")])
  .refine((moment) => Date.parse(moment) <= Date.now() + DAY, "is in the future")

/** The number of a GL account, as the store calls it. */
export const glAccount = text(100).trim().min(1)

/** A decimal string; the ledger says what of it the currency does not carry. */
export const amount = z.string().max(40)

export const currencyCode = z.string().regex(/^[A-Za-z]{3}$/, "is not a three-letter currency code")

/** Which strategies there are depends on the store, so the ledger says which it does not know. */
export const strategy = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "is not the name of a strategy")

/** The version last read; 409 when the order or account has moved on. */
export const version = z.number().int().min(0)

/** Why somebody does something, for the journal. */
export const reason = text(500).trim().min(1)

/** A number in an address: digits, and not several of them or none. */
export const inAddress = <Shape extends z.ZodType>(shape: Shape): z.ZodPipe<z.ZodTransform, Shape> =>
  z.preprocess((sent) => (typeof sent === "string" && /^\d{1,15}$/.test(sent) ? Number(sent) : sent), shape)

/** Position of a matching code in the sequence of its account. */
export const rank = inAddress(z.number().int().min(1).max(2_147_483_647))

/** Entries of a page. */
export const limit = inAddress(z.number().int().min(1).max(500)).default(50)

/** A yes or no in an address. */
export const flag = z.enum(["true", "false"]).transform((said) => said === "true")

/** The `next_cursor` of the page before. */
export const cursor = text(60)

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
  "cash_discount",
  "transfer",
  "opening_balance",
] as const satisfies readonly OpenItemKind[]

export const itemKind = z.enum(KINDS)

/** A header: no tab and no other character that controls. */
export const idempotencyKey = text(200)
  .min(1)
  .regex(/^\P{Cc}*$/u, "has control characters")
