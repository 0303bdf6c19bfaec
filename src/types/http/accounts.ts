import type { DecimalString } from "../items"
import type { OpenItemView } from "./items"
import type { MatchingCode, ReconciliationState } from "./states"

/** One entry of `GET /admin/reconciliation/accounts?customer_id=…` */
export interface AccountSummaryView {
  id: string
  currency_code: string
  digits: number
  version: number
}

/** `GET /admin/reconciliation/accounts/:id` → `{ account: AccountView }` */
export interface AccountView {
  id: string
  owner_type: "customer" | "order"
  owner_id: string
  currency_code: string
  digits: number
  version: number
  /** owed − paid + unallocated = open, always. */
  totals: {
    /** Charges less line credits and rests given up, with surpluses kept, over all orders (signed). */
    owed: DecimalString
    /** Money received less money paid back or reversed (signed). */
    paid: DecimalString
    /** Open debits. */
    open: DecimalString
    /** Unallocated credits. */
    unallocated: DecimalString
  }
  orders: {
    id: string
    display_id: string
    placed_at: string
    owed: DecimalString
    open: DecimalString
    state: ReconciliationState
    code: MatchingCode | null
  }[]
  /** Money not tied to an order. */
  deposits: OpenItemView[]
}
