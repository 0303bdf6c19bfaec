import type { Session } from "../ledger/database"
import { countAttachments } from "./attachments.sql"

/** A row of the lists: its order, or its first item. */
interface Row {
  readonly ref: string
  readonly is_order: boolean
}

/** How many files stand on each of some rows; those without any are left out. */
export async function countedAttachments<Of extends Row>(
  session: Session,
  rows: readonly Of[],
): Promise<ReadonlyMap<Of, number>> {
  if (rows.length === 0) return new Map()
  const found = await session.run<{ place: number; files: number }>(countAttachments, [
    rows.map((row) => (row.is_order ? row.ref : null)),
    rows.map((row) => (row.is_order ? null : row.ref)),
  ])
  return new Map(
    found.flatMap(({ place, files }) => {
      const row = rows[place - 1]
      return row ? [[row, files] as const] : []
    }),
  )
}
