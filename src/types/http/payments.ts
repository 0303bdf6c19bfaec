import type { DecimalString } from "../items"
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
