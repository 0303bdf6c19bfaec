import { z } from "@medusajs/framework/zod"
import type { SetUpDraft, SetUpStep } from "../../types/http"
import { day, id, text, version } from "./schemas"

/** Bodies of the set-up: what is typed is kept as it is, and judged when it is finished. */

/** Settings that each step gathers, by their names. */
const START = ["goLive", "timeZone", "receipts", "firstReceipts"] as const
const RULES = [
  "strategy",
  "unappliedMoney",
  "refundLines",
  "creditOfOrders",
  "nightlyRun",
  "writeOff",
] as const
const STEPS = ["start", "opening", "rules", "history", "review"] as const satisfies readonly SetUpStep[]

const MOST_ROWS = 500
const LONGEST_TYPED = 200

const settings = <Name extends string>(
  names: readonly [Name, ...Name[]],
): z.ZodType<Record<string, unknown>> =>
  z.partialRecord(z.enum(names), z.unknown()) as z.ZodType<Record<string, unknown>>

const typed = text(LONGEST_TYPED)
const dayOrNone = z.union([day, z.literal("")])

const row = z.strictObject({
  id,
  customer_id: id.nullable(),
  email: typed,
  currency_code: text(3),
  amount: text(40),
  side: z.enum(["owes", "has"]),
  due_on: dayOrNone,
  on: dayOrNone,
  number: typed,
})

const draft: z.ZodType<SetUpDraft> = z.strictObject({
  start: settings(START),
  opening: z.strictObject({ answer: z.enum(["none", "rows"]).nullable(), rows: z.array(row).max(MOST_ROWS) }),
  rules: settings(RULES),
  history: z.strictObject({
    answer: z.enum(["bring", "skip"]).nullable(),
    since: dayOrNone,
    until: dayOrNone,
  }),
})

export const saveSetUpBody = z.strictObject({ version, step: z.enum(STEPS), draft })
export const finishSetUpBody = z.strictObject({ version: version.min(1) })
