import type { DecimalString } from "../items"
import type { OpenItemView } from "./items"

/**
 * `POST /admin/reconciliation/orders/:id/write-offs`: a short payment is given up (short_payment, bank_charges) or a
 * small surplus is kept.
 */
export interface WriteOffBody {
  kind: "short_payment" | "surplus" | "bank_charges"
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
  digits: number
  /** Who asked, as the host knows them now; null when it has them no more. */
  requested_by_name: string | null
}
