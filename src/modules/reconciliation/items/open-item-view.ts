import type { MeansView, OpenItemView } from "../../../types/http"
import { isUndoingOpening } from "../domain/key"
import { decimalOf } from "../domain/money"
import { openAmount, type OpenItem } from "../domain/open-item"
import type { OwnerType } from "../domain/owner"
import { stateOfItem } from "../domain/order/status"
import { NOT_YET_DUE } from "../domain/terms/terms"

interface Place {
  readonly accountId: string
  readonly ownerType: OwnerType
  readonly ownerId: string
  readonly currencyCode: string
  readonly digits: number
  readonly orderId: string | null
}

/** How money came or went, and what kind of reversal or write-off it was, or that it takes an opening balance back, as the HTTP contract says it. */
export function meansOf(item: OpenItem): MeansView {
  return {
    method: item.method,
    provider_id: item.providerId ?? null,
    detail: item.reversalKind ?? item.writeOffKind ?? (isUndoingOpening(item) ? "opening_undone" : null),
  }
}

/** An open item as the HTTP contract shows it. */
export function viewOfItem(item: OpenItem, place: Place): OpenItemView {
  const { digits } = place
  return {
    id: item.id.toString(),
    account_id: place.accountId,
    customer_id: place.ownerType === "customer" ? place.ownerId : null,
    order_id: place.orderId,
    side: item.side,
    kind: item.kind,
    title: item.title,
    reference: item.reference,
    receipt_number: null,
    ...meansOf(item),
    currency_code: place.currencyCode,
    occurred_on: item.occurredOn,
    due_on: item.dueOn === NOT_YET_DUE ? null : item.dueOn,
    awaits_delivery: item.dueOn === NOT_YET_DUE,
    amount: decimalOf(item.amount, digits),
    allocated: decimalOf(item.allocated, digits),
    open: decimalOf(openAmount(item), digits),
    state: stateOfItem(item),
  }
}
