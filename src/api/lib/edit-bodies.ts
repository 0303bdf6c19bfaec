import { z } from "@medusajs/framework/zod"
import { amount, numberId, reason, text, version } from "./schemas"

/** Bodies of changes by hand; each is that of its preview too. */

/** As many cells as a large matrix has that was pasted whole. */
const MOST_CELLS = 20_000

/** A cell of 20,000 has its row's key and its column's id, at most a hundred bytes. */
export const LARGEST_EDIT_BYTES = 5 * 1024 * 1024

export const editBody = z.strictObject({
  cells: z
    .array(z.strictObject({ row: text(200).min(1), column: numberId, amount }))
    .min(1)
    .max(MOST_CELLS),
  version,
  reason: reason.optional(),
})

/** Takes back with it what has come to rest on it; else that is refused. */
const cascade = z.boolean().optional()

export const deletionBody = z.strictObject({
  columns: z.array(numberId).min(1).max(1_000).optional(),
  cascade,
  version,
  reason: reason.optional(),
})

export const paymentDeletionBody = z.strictObject({
  cascade,
  /** The account's version last read. */
  version: version.optional(),
  reason: reason.optional(),
})

export const undoBody = z.strictObject({
  change_id: numberId,
  cascade,
  version,
  reason: reason.optional(),
})
