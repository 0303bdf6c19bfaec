import type { DecimalString } from "../items"

/** What the audit finds in the host's own rows; docs/spec/audit.md says what each means and what to do. */
export type AuditKind =
  | "transaction_without_capture"
  | "transaction_without_refund"
  | "capture_without_transaction"
  | "refund_without_transaction"
  | "transaction_amount_differs"
  | "transaction_twice"
  | "transaction_of_other_order"
  | "balance_disagrees"
  | "payment_of_no_order"
  | "payment_of_several_orders"
  | "payment_without_collection"
  | "capture_without_payment"
  | "refund_without_payment"
  | "cancelled_order_captured"
  | "refunded_more_than_captured"
  | "captured_more_than_payment"
  | "payment_says_otherwise"
  | "currency_differs"
  | "unrounded_total"
  | "negative_total"
  | "credits_exceed_total"
  | "negative_money"
  | "amount_written_twice"
  | "order_unreadable"

/**
 * What a finding is about: a balance of the host that its captures and refunds do not bear out, a payment that nothing
 * explains, or an amount that cannot be.
 */
export type AuditGroup = "balances" | "payments" | "amounts"

export interface AuditedOrder {
  id: string
  display_id: string
}

/** One thing that the host's rows contradict each other in. */
export interface AuditFinding {
  kind: AuditKind
  group: AuditGroup
  /** The order whose page shows it; null where no order has the payment. */
  order: AuditedOrder | null
  /** The others that it is about: those that share a payment, or whose transactions name one that no order has. */
  others: AuditedOrder[]
  payment_id: string | null
  /** The payment's provider; null where no payment is told of. */
  provider_id: string | null
  /** The capture, refund, transaction or credit line, or the item. */
  row_id: string | null
  /** What an item of the order is called that is the row; null of another row, and where the host has no name. */
  row_title: string | null
  currency_code: string
  digits: number
  /** What is in question. */
  amount: DecimalString
  /** What the host says, to its last digit, signed; null where it says nothing. */
  stored: string | null
  /** What it should say, signed; null where nothing says so. */
  expected: string | null
  /** Since when it may be so; null where no row says. */
  at: string | null
  /** It was written in the last two minutes, and the host may still be about to finish it. */
  is_fresh: boolean
  /** Where the host cannot add up an order, what it says of it, in English; of two currencies, "EUR ≠ USD". */
  detail: string | null
}

/** A page of the audit. Nothing of it is kept, and nothing is written. `GET /admin/reconciliation/audit` → `{ audit }`. */
export interface AuditPage {
  orders_read: number
  payments_read: number
  /** How many orders there are; of the first page alone. */
  orders_total: number | null
  findings: AuditFinding[]
  /** What the next page is asked `after`; null after the last. */
  next: string | null
}
