import type { LedgerItemView, LiveAllocationView, OrderReconciliation } from "../../../../types/http"
import type { Instalment } from "../../../../modules/reconciliation/domain/instalments/instalment"
import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { Allocation, OpenItem } from "../../../../modules/reconciliation/domain/open-item"
import type { DraftBase } from "../../../../modules/reconciliation/domain/order/draft"

/**
 * An order's answer as the planner takes it, so that the browser plans with the server's own code. Taxes are left out:
 * no amount of the matrix depends on them.
 */
export function draftBaseOf({
  document_id: documentId,
  items,
  allocations,
  digits,
}: Pick<OrderReconciliation, "document_id" | "items" | "allocations" | "digits">): DraftBase {
  return {
    documentId: BigInt(documentId),
    items: items.map((item) => itemOf(item, digits)),
    allocations: allocations.map((allocation) => allocationOf(allocation, digits)),
    movedAway: new Set(items.flatMap((item) => (item.moved_away ? [BigInt(item.id)] : []))),
  }
}

const idOf = (id: string | null): bigint | null => (id === null ? null : BigInt(id))

function itemOf(item: LedgerItemView, digits: number): OpenItem {
  return {
    id: BigInt(item.id),
    documentId: idOf(item.document_id),
    side: item.side,
    kind: item.kind,
    key: item.key,
    sequence: item.sequence,
    lineKey: item.row,
    position: item.position,
    title: item.title,
    reference: item.reference,
    method: null,
    occurredAt: item.occurred_at,
    occurredOn: item.occurred_on,
    dueOn: null,
    amount: minorUnitsOf(item.amount, digits),
    allocated: minorUnitsOf(item.allocated, digits),
    taxes: [],
    taxesAllocated: [],
    reversesItemId: idOf(item.reverses_item_id),
    originItemId: idOf(item.origin_item_id),
  }
}

function allocationOf(allocation: LiveAllocationView, digits: number): Allocation {
  return {
    id: BigInt(allocation.id),
    creditItemId: BigInt(allocation.credit_item_id),
    debitItemId: BigInt(allocation.debit_item_id),
    amount: minorUnitsOf(allocation.amount, digits),
    origin: "auto",
    rule: allocation.rule,
    step: 1,
    creditOpenBefore: 0n,
    debitOpenBefore: 0n,
    creditTaxes: [],
    debitTaxes: [],
    instalmentId: idOf(allocation.instalment_id),
    releases: null,
    accountingOn: "",
    recordedAt: "",
  }
}

/** What is left of an order's planned payments, as the planner reserves for them. */
export function instalmentsOf({ plan, digits }: Pick<OrderReconciliation, "plan" | "digits">): Instalment[] {
  return (plan?.instalments ?? [])
    .filter(({ state }) => state !== "cancelled")
    .map((one) => ({
      id: BigInt(one.id),
      number: one.number,
      dueOn: one.due_on,
      amount: minorUnitsOf(one.amount, digits) - minorUnitsOf(one.paid, digits),
      method: one.method,
      reference: one.reference,
      pins: one.pins.map(({ row, amount }) => ({ lineKey: row, amount: minorUnitsOf(amount, digits) })),
      failed: one.state === "failed",
      cancelled: false,
      settled: [],
      takenBack: [],
    }))
}
