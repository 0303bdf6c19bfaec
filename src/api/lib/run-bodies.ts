import { z } from "@medusajs/framework/zod"
import { currencyCode, day, id, numberId, strategy } from "./schemas"

/** Bodies of runs; each is that of its preview too, which besides takes the cursor of its next page. */

const MOST_NAMED = 500

export const startRunBody = z
  .strictObject({
    kind: z.enum(["reconcile", "backfill"]).optional(),
    account_ids: z.array(numberId).min(1).max(MOST_NAMED).optional(),
    customer_ids: z.array(id).min(1).max(MOST_NAMED).optional(),
    currency_code: currencyCode.transform((code) => code.toLowerCase()).optional(),
    from: day.optional(),
    until: day.optional(),
    limit: z.number().int().min(1).max(1_000_000).optional(),
    strategy: strategy.optional(),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    error: "is after until",
    path: ["from"],
  })

export const undoRunBody = z.strictObject({ dependants: z.enum(["keep", "cascade"]).optional() })
