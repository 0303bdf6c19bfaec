import type { CheckView, FindingView } from "../../../types/http"
import { INVARIANTS } from "./invariants.sql"
import type { Invariant } from "./invariant.sql"
import { causeOf, cureOf } from "./words"

export interface CheckRow {
  id: string
  actor_type: CheckView["actor"]["type"]
  actor_id: string | null
  cause: string
  recorded_at: string
  milliseconds: number
  counts: Record<string, number>
  faults: string
  fresh: number
}

export interface FindingRow {
  id: string
  check_id: string
  invariant: string
  row_table: string
  row_id: string
  account_id: string | null
  document_id: string | null
  kind: string | null
  stored: string
  expected: string
  is_new: boolean
  order_id: string | null
  display_id: string | null
  repaired_by: string | null
  repaired_at: string | null
}

const BY_NAME: ReadonlyMap<string, Invariant> = new Map(INVARIANTS.map((one) => [one.name, one]))

/** A rule by its name; null of one that another version of the plugin had. */
export const invariantOf = (name: string): Invariant | null => BY_NAME.get(name) ?? null

export const viewOfCheck = (row: CheckRow): CheckView => ({
  id: row.id,
  recorded_at: row.recorded_at,
  actor: { type: row.actor_type, id: row.actor_id, name: null },
  cause: row.cause,
  milliseconds: row.milliseconds,
  invariants: Object.keys(row.counts).length,
  faults: Number(row.faults),
  fresh: row.fresh,
  counts: Object.entries(row.counts)
    .filter(([, count]) => count > 0)
    .map(([invariant, count]) => ({ invariant, count })),
})

/** What may be done about a finding by a button: only where the rows say for certain what was there. */
export function repairOf({
  invariant,
  account_id: account,
  document_id: document,
}: FindingRow): FindingView["repair"] {
  const cure = invariantOf(invariant)?.cure
  if (cure === "rebuild") return document === null ? null : cure
  return (cure === "recount" || cure === "render") && account !== null ? cure : null
}

export function viewOfFinding(row: FindingRow): FindingView {
  const invariant = invariantOf(row.invariant)
  return {
    id: row.id,
    invariant: row.invariant,
    means: invariant?.means ?? row.invariant,
    row: { table: row.row_table, id: row.row_id, kind: row.kind },
    account_id: row.account_id,
    document_id: row.document_id,
    order_id: row.order_id,
    display_id: row.display_id,
    stored: row.stored,
    expected: row.expected,
    cause: invariant?.cause ?? "past_the_ledger",
    cause_says: causeOf(invariant?.cause ?? "past_the_ledger"),
    cure: invariant?.cure ?? "report",
    cure_says: cureOf(invariant?.cure ?? "report"),
    repair: row.repaired_by === null ? repairOf(row) : null,
    is_new: row.is_new,
    repaired:
      row.repaired_by === null || row.repaired_at === null
        ? null
        : { change_id: row.repaired_by, at: row.repaired_at },
  }
}
