import type { DecimalString } from "../items"
import type { OrderEffect } from "./edits"
import type { OpenItemView } from "./items"

/** `POST /admin/reconciliation/payments/:id/reversals`, header `Idempotency-Key` optional. */
export interface ReversePaymentBody {
  /** mistake: money that was recorded here and never came; not of the host's own captures. */
  kind: "chargeback" | "bounced_cheque" | "direct_debit_return" | "mistake" | "other"
  /** All that is left of the payment when absent. */
  amount?: DecimalString
  /** ISO date or timestamp the money left again; now when absent. */
  occurred_at?: string
  /** What the bank or the provider calls it. */
  reference?: string
  reason: string
}

/** Money that the payer or the bank took back, and what is owed again because of it. */
export interface ReversalView {
  /** For example "12.1": the first reversal of item 12. */
  id: string
  kind: string
  reference: string
  occurred_on: string
  amount: DecimalString
  /** The debits it posted, one for each line that the payment had paid. */
  items: OpenItemView[]
  /** The payment or deposit that was taken back. */
  payment: OpenItemView
}

/** A refund of the host that was made for chosen rows. */
export interface RefundView {
  /** The host's refund, "ref_…". */
  id: string
  amount: DecimalString
  /**
   * Whether the host has counted it on the order too. Where it broke off after the money had left, it has not: the
   * rows are not lowered then, and the order says so among its problems.
   */
  completed: boolean
}

/** A payment of an order that the host can pay back, through the provider that took it. */
export interface RefundablePaymentView {
  /** The host's payment, "pay_…". */
  payment_id: string
  method: string | null
  provider_id: string | null
  /** The day of its first capture. */
  occurred_on: string
  captured: DecimalString
  /** What of it was not refunded yet. */
  refundable: DecimalString
  /** The host's captures of it: what columns of the order's matrix have as their reference. */
  captures: string[]
}

/** What a refund of chosen rows would do to one of them. */
export interface RefundedRowView {
  row: string
  title: string
  amount: DecimalString
  /** What the row costs. */
  net_before: DecimalString
  net_after: DecimalString
  /** What of it is paid. */
  paid_before: DecimalString
  paid_after: DecimalString
}

/** `POST /admin/reconciliation/orders/:id/refunds/preview`: played through on paper, looked at, and taken back. */
export interface RefundPreview {
  amount: DecimalString
  rows: RefundedRowView[]
  /** What the order costs. */
  owed_before: DecimalString
  owed_after: DecimalString
  order: OrderEffect
  /** The day that the refund would carry. */
  occurred_on: string
}
