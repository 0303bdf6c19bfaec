import { candidateOf } from "../domain/allocation/candidate"
import type { Candidate } from "../domain/allocation/strategy"
import type { Allocation } from "../domain/open-item"
import type { Session } from "../ledger/database"
import { allocationOf, openItemOf, type AllocationRow, type OpenItemRow } from "../ledger/rows"
import { loadAllocationsAround, loadItemsAround } from "./take-back.sql"

interface AroundRow extends OpenItemRow {
  account_id: string
  order_id: string | null
  placed_at: string | null
  placed_on: string | null
  moved_away: boolean
}

/** Some orders with all that their allocations touch. */
export interface Around {
  readonly candidates: readonly Candidate[]
  /** Live, oldest first. */
  readonly live: readonly Allocation[]
  readonly movedAway: ReadonlySet<bigint>
  /** The account of each item. */
  readonly accountOf: ReadonlyMap<bigint, bigint>
}

/** Reads some orders and items, and every item that their allocations touch, as a plan begins with them. */
export async function loadAround(
  session: Session,
  documentIds: readonly bigint[],
  itemIds: readonly bigint[],
): Promise<Around> {
  const rows = await session.run<AllocationRow>(loadAllocationsAround, [documentIds, itemIds])
  const live = rows.map(allocationOf)
  const touched = new Set([
    ...itemIds,
    ...live.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]),
  ])
  const items = await session.run<AroundRow>(loadItemsAround, [documentIds, [...touched]])
  return {
    live,
    candidates: items.map((row) => {
      const item = openItemOf(row)
      return candidateOf(item, {
        placedAt: row.placed_at ?? item.occurredAt,
        placedOn: row.placed_on ?? item.occurredOn,
        orderId: row.order_id,
      })
    }),
    accountOf: new Map(items.map((row) => [BigInt(row.id), BigInt(row.account_id)])),
    movedAway: new Set(items.flatMap((row) => (row.moved_away ? [BigInt(row.id)] : []))),
  }
}
