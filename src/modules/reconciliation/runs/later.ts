import type { RunLaterView } from "../../../types/http"
import { grouped } from "../domain/grouped"
import { decimalOf } from "../domain/money"
import type { Session } from "../ledger/database"
import { countChanges, listLater } from "./later.sql"
import { isOfOrder, type LeftRow } from "./view"

interface LaterRow {
  /** Whether it rests on an amount; else it was put or taken back where the amount stood. */
  rests: boolean
  allocation_id: string
  /** Of what was put or taken back there: the allocation as the run made it. */
  made_id: string | null
  amount: string
  is_release: boolean
  change_id: string
  kind: string
  recorded_at: string
  actor_type: RunLaterView["actor"]["type"]
  actor_id: string | null
  cause: string
  run_id: string | null
  on_kind: string
  display_id: string | null
}

/** Gives for each entry of what an undo left what was done to it since. */
export async function laterOf(
  session: Session,
  rows: readonly LeftRow[],
): Promise<(row: LeftRow) => RunLaterView | null> {
  const entries = rows.flatMap((row) => (isOfOrder(row) ? [] : [row.entry]))
  const resting = entries.flatMap(({ dependants = [] }) => dependants)
  const changed = entries.filter(({ reason, allocation_id: id }) => reason === "changed" && id !== undefined)
  if (resting.length + changed.length === 0) return () => null
  const found = await session.run<LaterRow>(listLater, [
    resting,
    changed.map((entry) => entry.credit_item_id),
    changed.map((entry) => entry.debit_item_id),
    changed.map((entry) => entry.allocation_id),
  ])
  const byAllocation = new Map(found.flatMap((row) => (row.rests ? [[row.allocation_id, row] as const] : [])))
  const byMade = grouped(found, (row) => row.made_id)
  return (row) => {
    if (isOfOrder(row)) return null
    const { dependants = [], allocation_id: made, amount, reason } = row.entry
    if (reason === "changed") {
      const since = made === undefined ? [] : (byMade.get(made) ?? [])
      return viewOf(since, { digits: row.digits, amount: BigInt(amount) + since.reduce(standing, 0n) })
    }
    const own = dependants.flatMap((id) => byAllocation.get(id) ?? []).toSorted(newestFirst)
    const [newest] = own
    const used = own.filter((one) => newest !== undefined && isOfOneUse(one, newest))
    return viewOf(own, {
      digits: row.digits,
      amount: used.reduce((sum, one) => sum + BigInt(one.amount), 0n),
    })
  }
}

/** How many changes made some allocations. */
export async function changesOf(session: Session, allocationIds: readonly bigint[]): Promise<number> {
  if (allocationIds.length === 0) return 0
  const [row] = await session.run<{ changes: number }>(countChanges, [allocationIds])
  return row?.changes ?? 0
}

/** A change may put a credit on several items of an order, which is one use of it. */
const isOfOneUse = (one: LaterRow, other: LaterRow): boolean =>
  one.change_id === other.change_id && one.on_kind === other.on_kind && one.display_id === other.display_id

const newestFirst = (one: LaterRow, other: LaterRow): number =>
  BigInt(one.allocation_id) > BigInt(other.allocation_id) ? -1 : 1

const standing = (sum: bigint, { amount, is_release: isTaken }: LaterRow): bigint =>
  isTaken ? sum - BigInt(amount) : sum + BigInt(amount)

/** @param rows newest first */
function viewOf(
  rows: readonly LaterRow[],
  { digits, amount }: { readonly digits: number; readonly amount: bigint },
): RunLaterView | null {
  const [newest] = rows
  if (!newest) return null
  return {
    changes: new Set(rows.map(({ change_id: id }) => id)).size,
    change_id: newest.change_id,
    kind: newest.kind,
    recorded_at: newest.recorded_at,
    // Whoever asks the host for names fills it in.
    actor: { type: newest.actor_type, id: newest.actor_id, name: null },
    cause: newest.cause,
    run_id: newest.run_id,
    amount: decimalOf(amount, digits),
    on: { kind: newest.on_kind, display_id: newest.display_id },
  }
}
