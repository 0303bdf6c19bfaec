import type { LedgerItemView, LiveAllocationView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import type { Allocation, OpenItem } from "../domain/open-item"

interface OrderLedger {
  readonly items: readonly OpenItem[]
  readonly allocations: readonly Allocation[]
  readonly movedAway: ReadonlySet<bigint>
}

/** What an order's matrix is folded from, as who changes it needs it. */
export function ledgerOf(
  { items, allocations, movedAway }: OrderLedger,
  digits: number,
): { items: LedgerItemView[]; allocations: LiveAllocationView[] } {
  return {
    items: items.map((item) => viewOfLedgerItem(item, movedAway.has(item.id), digits)),
    allocations: allocations.map(({ id, creditItemId, debitItemId, amount, rule, instalmentId }) => ({
      id: id.toString(),
      credit_item_id: creditItemId.toString(),
      debit_item_id: debitItemId.toString(),
      amount: decimalOf(amount, digits),
      rule,
      instalment_id: textOf(instalmentId),
    })),
  }
}

function viewOfLedgerItem(item: OpenItem, isMovedAway: boolean, digits: number): LedgerItemView {
  return {
    id: item.id.toString(),
    document_id: textOf(item.documentId),
    side: item.side,
    kind: item.kind,
    key: item.key,
    sequence: item.sequence,
    row: item.lineKey,
    position: item.position,
    title: item.title,
    reference: item.reference,
    occurred_at: item.occurredAt,
    occurred_on: item.occurredOn,
    amount: decimalOf(item.amount, digits),
    allocated: decimalOf(item.allocated, digits),
    reverses_item_id: textOf(item.reversesItemId),
    origin_item_id: textOf(item.originItemId),
    moved_away: isMovedAway,
  }
}

const textOf = (id: bigint | null | undefined): string | null => id?.toString() ?? null
