import type { DecimalString } from "../items"
import type { OrderEffect } from "./edits"
import type { OpenItemView } from "./items"
import type { ReconciliationState } from "./states"

/**
 * `POST /admin/reconciliation/orders/:id/write-offs`: a short payment is given up (short_payment, bank_charges) or a
 * small surplus is kept.
 */
export interface WriteOffBody {
  kind: "short_payment" | "surplus" | "bank_charges"
  /** Key of the row of the order's matrix that alone is meant; all of them, in their order, when absent. */
  row?: string
  /** All that is open when absent. */
  amount?: DecimalString
  reason: string
  /** The order's version last read; 409 when it has moved on. */
  version?: number
}

export interface WriteOffView {
  id: string
  kind: string
  /** Null when it kept money on account. */
  order_id: string | null
  amount: DecimalString
  currency_code: string
  /** The general ledger account it is booked on. */
  gl_account: string | null
  occurred_on: string
  undone: boolean
  /** The item it posted, and the one that undid it. */
  items: OpenItemView[]
}

/** What a write-off would do to one row of an order. */
export interface WrittenOffRowView {
  row: string
  title: string
  state_before: ReconciliationState
  state_after: ReconciliationState
  open_before: DecimalString
  open_after: DecimalString
}

/**
 * `POST /admin/reconciliation/orders/:id/write-offs/preview` and `payments/:id/write-offs/preview`: was written off as if
 * everybody who must had agreed, looked at, and taken back.
 */
export interface WriteOffPreview {
  /** The order's version that it was done on; null of money on account, which has none. */
  base_version: number | null
  amount: DecimalString
  currency_code: string
  /** The general ledger account it would be booked on; null where the store has set none. */
  gl_account: string | null
  /** Whether a second person must approve it: then it becomes a request, and the rest of this is what approving that would do. */
  needs_approval: boolean
  /** The sum up to which one person decides, what stands written off already included. */
  limit: DecimalString
  /** What stands written off of the same order, or of the same money. */
  standing: DecimalString
  /** What of the order, of its row or of the money could still be written off. */
  rest: DecimalString
  /** The rows that it would be taken off, in their order. */
  rows: WrittenOffRowView[]
  /** Null of money on account. */
  order: OrderEffect | null
  /** Whether the store's own order gets a credit line of it. */
  host_credit_line: boolean
}

/** A credit line of the host that says what the ledger wrote off, and whether the host took it. */
export interface HostCreditLineView {
  order_id: string
  /** The reference_id of the line: the write-off's key in the ledger. Its reference is "reconciliation-write-off". */
  reference_id: string
  /** Signed: negative when it takes back an earlier one. */
  amount: DecimalString
  status: "written" | "refused"
  /** Why the host refused it; the write-off stands in the ledger all the same. */
  message: string | null
}

/** A write-off that waits for a second person, or what became of it. */
export interface WriteOffRequestView {
  id: string
  order_id: string | null
  /** The open item of the money on account that is to be kept; null when it is an order's. */
  payment_id: string | null
  /** Key of the row of the order's matrix that it is taken off; null when it is of all of them, or of money. */
  row: string | null
  kind: string
  amount: DecimalString
  currency_code: string
  reason: string
  requested_by: string
  requested_at: string
  status: "pending" | "approved" | "declined"
  decided_by: string | null
  decision_reason: string | null
}

/** One entry of `GET /admin/reconciliation/write-off-requests`. */
export interface ListedWriteOffRequestView extends WriteOffRequestView {
  account_id: string
  customer_id: string | null
  display_id: string | null
  row_title: string | null
  digits: number
  /** Who asked, as the host knows them now; null when it has them no more. */
  requested_by_name: string | null
}
