import type { Session } from "../ledger/database"
import type { Asked } from "./invariants.sql"
import { faultsOf, INVARIANTS } from "./invariants.sql"
import { BY_INDEX, findHost, ROOM_TO_SORT, SET_BASED } from "./check.sql"
import type { Fault, Look } from "./types"

interface FaultRow {
  row_table: string
  row_id: string
  account_id: string | null
  document_id: string | null
  kind: string | null
  stored: string | null
  expected: string | null
  total: string
}

/**
 * Asks every rule for what breaks it, in one snapshot: all of them see the same moment. Nothing is written. Of each rule at
 * most a hundred rows are named, and all are counted.
 */
export async function look(session: Session, asked: Asked): Promise<Look> {
  const [host] = await session.run<{ there: boolean }>(findHost)
  for (const statement of ROOM_TO_SORT) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await session.run(statement)
  }
  const faults: Fault[] = []
  const counts: Record<string, number> = {}
  for (const invariant of INVARIANTS) {
    if (invariant.ofHost && host?.there !== true) continue
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await session.run(invariant.byIndex ? BY_INDEX : SET_BASED)
    // oxlint-disable-next-line no-await-in-loop -- one connection, and a snapshot of it
    const rows = await session.run<FaultRow>(faultsOf(invariant, asked))
    const [first] = rows
    counts[invariant.name] = first ? Number(first.total) : 0
    for (const row of rows)
      faults.push({
        invariant: invariant.name,
        table: row.row_table,
        rowId: row.row_id,
        accountId: row.account_id,
        documentId: row.document_id,
        kind: row.kind,
        stored: row.stored ?? "",
        expected: row.expected ?? "",
      })
  }
  return { counts, faults }
}
