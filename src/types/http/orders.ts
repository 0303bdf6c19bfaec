import type { Notice } from "../explanation"
import type { DecimalString } from "../items"
import type { PaymentPlanView } from "./instalments"
import type { MatrixCell, MatrixColumn, MatrixRow } from "./matrix"
import type { MatchingCode, ReconciliationState } from "./states"

/** What every order has, whether or not the ledger holds something of it. */
interface OrderHeader {
  id: string
  display_id: string
  placed_at: string
  customer: { id: string; name: string; email: string | null } | null
  billing_name: string | null
  /** When the host cancelled the order; null while it stands, and when the host no longer has it. */
  cancelled_at: string | null
  currency_code: string
  /** Decimal digits of the currency. */
  digits: number
}

/** `GET /admin/reconciliation/orders/:id` → `{ order: OrderAnswer }`: ask `read` first. */
export type OrderAnswer = OrderReconciliation | UnreadOrder

/**
 * An order of which the ledger holds nothing: it has not read it yet, or found neither lines nor money when it did (a
 * draft, for example). What it owes is not known here, so there are no amounts, no rows and no state.
 */
export interface UnreadOrder extends OrderHeader {
  read: false
  /** As before its first change. */
  version: 0
  state: null
  totals: null
}

/** An order as the ledger holds it. */
export interface OrderReconciliation extends OrderHeader {
  read: true
  account_id: string
  /** Grows with every change; send it back to be refused when something moved meanwhile. */
  version: number
  state: ReconciliationState
  /** The order's matching code, null until money is first applied. */
  code: MatchingCode | null
  /** Why the state is "error", each with its cure; empty otherwise. */
  problems: Notice[]
  /** What is right in the books and yet wants to be looked at, each with what to do. */
  warnings: Notice[]
  columns: MatrixColumn[]
  rows: MatrixRow[]
  cells: MatrixCell[]
  totals: {
    /** Signed sum of the rows' net. */
    owed: DecimalString
    /** Signed sum of the cells. */
    allocated: DecimalString
    /** Signed sum of the Unallocated column (rows). */
    open: DecimalString
    /** Signed sum of the Unallocated row (columns). */
    unallocated: DecimalString
  }
  /** Its planned payments, null when it never had any. */
  plan: PaymentPlanView | null
}
