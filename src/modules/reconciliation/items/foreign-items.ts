import type { Allocation, OpenItem } from "../domain/open-item"
import { listMovedAway, loadItems } from "../ledger/load-document.sql"
import type { Session } from "../ledger/database"
import type { LoadedDocument } from "../ledger/documents"
import { openItemOf, type OpenItemRow } from "../ledger/rows"

/** Items of other orders or of the account that this order's allocations touch. */
export async function foreignItems(
  session: Session,
  { items }: LoadedDocument,
  allocations: readonly Allocation[],
): Promise<OpenItem[]> {
  const own = new Set(items.map((item) => item.id))
  const touched = new Set(allocations.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
  const foreign = [...touched].filter((id) => !own.has(id))
  if (foreign.length === 0) return []
  return (await session.run<OpenItemRow>(loadItems, [foreign])).map(openItemOf)
}

/** Those of some items whose order has gone to another account since: what they settled is history. */
export async function movedAwayOf(
  session: Session,
  items: readonly OpenItem[],
): Promise<ReadonlySet<bigint>> {
  const rows = await session.run<{ id: string }>(listMovedAway, [items.map(({ id }) => id)])
  return new Set(rows.map(({ id }) => BigInt(id)))
}
