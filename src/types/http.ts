import type { AllocationExplanation, AllocationReason, Notice } from "./explanation"
import type { DecimalString, MeansView, OpenItemKind } from "./items"

/**
 * The public HTTP contract of the plugin.
 *
 * Money is always a decimal string with exactly the digits of its currency ("75.00" EUR, "75" JPY,
 * "75.000" KWD). Amounts are never negative except where a field says "signed". Days are ISO dates
 * in the store's accounting time zone, moments are ISO timestamps in UTC.
 */

export type { DecimalString, MeansView, OpenItemKind } from "./items"
export type { AllocationExplanation, AllocationReason, NamedItem, Notice } from "./explanation"

/** The five states of an order, a payment, a refund, a deposit or a credit. */
export type ReconciliationState = "full" | "partial" | "none" | "planned" | "error"

/** How money that did not come through the order's own payment is treated. */
export type UnappliedMoneyPolicy = "checkout_only" | "exact_match" | "oldest_first"

/** A letter or letters that say which items belong together; upper case once wholly paid. */
export interface MatchingCode {
  /** Position in the account's sequence, from 1. Sort by this, never by the letters. */
  rank: number
  /** Rendered letters, for example "a" while open and "A" when closed. */
  code: string
  closed: boolean
}

/** The part of a payment or credit that carries one code. */
export interface CodeLeg extends MatchingCode {
  amount: DecimalString
}

/**
 * One column of the matrix: money or credit that pays this order, a refund that pays back, a reversal that
 * took money back, or a write-off.
 */
export interface MatrixColumn extends MeansView {
  /** Id of the open item. */
  id: string
  kind: "payment" | "deposit" | "stored_value" | "credit" | "refund" | "reversal" | "write_off"
  /** What the host calls it: a capture id, a refund id, a cheque number. */
  reference: string
  /** The day the money moved. */
  occurred_on: string
  /**
   * Signed: money in is positive, a refund or a reversal negative, a line's credit "0.00" (it moves money
   * between rows), a short payment written off positive, a surplus kept negative.
   */
  amount: DecimalString
  /** Signed: the part of the amount that stands on this order's rows. */
  on_this_order: DecimalString
  /** Signed: the part that a refund paid back before it settled anything. amount = on_this_order + paid_back + elsewhere.amount + unallocated. */
  paid_back: DecimalString
  /** The part that settles other orders, and how many ("of 300, 2 other orders"). */
  elsewhere: { amount: DecimalString; orders: number }
  /** Signed: the part that settles nothing yet; the Unallocated row. */
  unallocated: DecimalString
  state: ReconciliationState
  /** One leg for each order it pays, under that order's code, and one under a code of its own. */
  codes: CodeLeg[]
}

/** A change of a row's price after it was first posted: edit, return, cancellation, credit. */
export interface MatrixAdjustment {
  /** Id of the open item. */
  id: string
  kind: OpenItemKind
  occurred_on: string
  /** Signed: what it adds to (+) or takes from (−) the row. */
  amount: DecimalString
}

/** One row of the matrix: an order line, a shipping method or the order's rounding. */
export interface MatrixRow {
  /** "line:ordli_…", "ship:ordsm_…" or "round:order_…". */
  key: string
  kind: "line" | "shipping" | "rounding"
  title: string
  /** What was first charged. */
  amount: DecimalString
  adjustments: MatrixAdjustment[]
  /** Signed: amount plus adjustments, what the row is worth now. */
  net: DecimalString
  /** Signed: what the columns pay of it (the sum of its cells). */
  allocated: DecimalString
  /** Signed: net − allocated; the Unallocated column. Negative means over-credited. */
  open: DecimalString
  /**
   * What a refund may choose of it at most: what it received and still holds, and its credit that waits, less what
   * earlier refunds chose of it and the ledger has not read yet. The rounding is never refunded.
   */
  refundable: DecimalString
  state: ReconciliationState
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

/** The part of a row that a column pays. Signed: negative in a refund's column. */
export interface MatrixCell {
  row: string
  column: string
  amount: DecimalString
  /** Why: each allocation or posting that the cell is made of, oldest first; never none. */
  explanations: AllocationExplanation[]
}

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

/** An order's planned payments: they reserve what they are meant to pay and settle nothing. */
export interface PaymentPlanView {
  /** The number of the plan; a new plan takes the place of what is left of the one before. */
  version: number
  /** Those of this plan, and those of earlier ones that money fulfilled, in the order of plan and number. */
  instalments: InstalmentView[]
  /** What the order has open and no instalment, nor a return on its way, is to bring. */
  not_covered: DecimalString
}

/** lapsed is an instalment of which the order owes nothing any more. */
export type InstalmentState = "scheduled" | "due" | "overdue" | "failed" | "settled" | "lapsed" | "cancelled"

export interface InstalmentView {
  id: string
  /** The plan it belongs to. */
  plan: number
  number: number
  /** As last postponed. */
  due_on: string
  amount: DecimalString
  /** What money put on the order in fulfilment of it. */
  paid: DecimalString
  /** What is kept for it of what rows still owe. */
  reserved: { row: string; amount: DecimalString }[]
  /** What the order no longer owes of it: the instalment is that much too large. */
  shrunk_by: DecimalString
  state: InstalmentState
  method: string | null
  /** Money that carries it fulfils this instalment. */
  reference: string | null
}

/** One entry of `GET /admin/reconciliation/instalments`. */
export interface ListedInstalment extends InstalmentView {
  order_id: string
  display_id: string
  account_id: string
  customer_id: string | null
  currency_code: string
}

/** One allocation as proposed by the planner or as made. */
export interface PlannedAllocation extends AllocationReason {
  credit_item_id: string
  debit_item_id: string
  order_id: string | null
  row: string | null
  step: number
}

/** What a plan leaves unallocated and why. */
export interface AllocationPlanLeftover {
  credit_item_id: string
  amount: DecimalString
  /**
   * nothing_owed, none_equal: no order has exactly this open; several_equal: more than one has, and choosing would
   * be a guess; order_later: the one that has was placed after the money came.
   */
  reason: "nothing_owed" | "several_equal" | "order_later" | "none_equal"
  /** How many orders have exactly this amount open. */
  equal_orders: number
  /** The same as a plain English sentence. */
  because: string
}

/** What reconciling does, or would do. */
export interface AllocationPlanView {
  /** The version the plan was made on. */
  base_version: number
  strategy: string
  allocate: PlannedAllocation[]
  leftover: AllocationPlanLeftover[]
}

/** One entry of `GET /admin/reconciliation/open-items`. */
export interface OpenItemView extends MeansView {
  id: string
  account_id: string
  customer_id: string | null
  order_id: string | null
  side: "debit" | "credit"
  kind: OpenItemKind
  title: string
  reference: string
  currency_code: string
  occurred_on: string
  due_on: string | null
  amount: DecimalString
  allocated: DecimalString
  open: DecimalString
  state: ReconciliationState
}

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

/** `POST /admin/reconciliation/payments`, header `Idempotency-Key` optional. */
export interface RecordPaymentBody {
  customer_id: string
  currency_code: string
  amount: DecimalString
  method: "cash" | "cheque" | "transfer" | "other"
  reference?: string
  /** ISO date or timestamp the money moved; now when absent. */
  occurred_at?: string
}

/** `PUT /admin/reconciliation/orders/:id/plan`, header `Idempotency-Key` optional. */
export interface PlanPaymentsBody {
  instalments: {
    /** YYYY-MM-DD. */
    due_on: string
    amount: DecimalString
    method?: string | undefined
    /** Money that carries it fulfils this instalment: a payment, payment collection or capture of the host. */
    reference?: string | undefined
    /** Rows it is meant for; without an amount a row takes what the instalment has left for it. */
    items?: { row: string; amount?: DecimalString | undefined }[] | undefined
  }[]
  /** Kept in the journal. */
  reason?: string | undefined
  /** The version last read; 409 when the order has moved on. */
  version?: number | undefined
}

/** `POST /admin/reconciliation/payments/:id/reversals`, header `Idempotency-Key` optional. */
export interface ReversePaymentBody {
  kind: "chargeback" | "bounced_cheque" | "direct_debit_return" | "other"
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

/** Every error of the plugin's routes. */
export interface ErrorBody {
  type: "invalid_data" | "not_found" | "conflict" | "not_allowed" | "unexpected_state" | "unavailable"
  /** Stable, machine-readable, for example "amount_not_positive". */
  code: string
  message: string
  /** The ids the error speaks of, for example { order_id: "order_…" }. */
  ids: Record<string, string>
  /** What to do about it. */
  remedy: string
}
