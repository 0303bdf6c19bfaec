import type { AllocationExplanation } from "../explanation"
import type { DocumentNumberView } from "./document-numbers"
import type { DecimalString, MeansView, OpenItemKind } from "../items"
import type { DueView } from "./terms"
import type { CodeLeg, ReconciliationState } from "./states"

/**
 * One column of the matrix: money or credit that pays this order, a refund that pays back, a reversal that
 * took money back, or a write-off.
 */
export interface MatrixColumn extends MeansView {
  /** Id of the open item. */
  id: string
  kind:
    | "payment"
    | "deposit"
    | "opening_balance"
    | "stored_value"
    | "credit"
    | "refund"
    | "reversal"
    | "write_off"
  /** What the host calls it: a capture id, a refund id, a cheque number. */
  reference: string
  /** "R-2026-0042", of money and of credit notes; null of what has none, and for a moment until it is given. */
  receipt_number: string | null
  /** The number of the invoice or credit note that another program made of it; null where there is none. */
  document_number: DocumentNumberView | null
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

/**
 * What a row's first charge is made of, as the host has it: its price, what promotions take off, and its taxes. The
 * amounts of all that are not included add up to the row's amount, to the last digit.
 */
export interface RowPart {
  kind: "price" | "discount" | "tax"
  /** The promotion's code, or what the tax is called; null of a price, and where the host has no name. */
  name: string | null
  /** Of a tax its percentage, such as "6.25"; null of the others. */
  rate: DecimalString | null
  /** Of a line's price what one costs, exact, and how many were charged; null of the others. */
  each: { price: DecimalString; quantity: number } | null
  /** Signed. */
  amount: DecimalString
  /** Whether the price contains it: a tax that is said and not added. */
  included: boolean
}

/** One row of the matrix: an order line, a shipping method or the order's rounding. */
export interface MatrixRow {
  /** "line:ordli_…", "ship:ordsm_…" or "round:order_…". */
  key: string
  kind: "line" | "shipping" | "rounding"
  title: string
  /** How many the order has of it, as the host says; null of what is no line, and of a line that the host has no more. */
  quantity: number | null
  /** What was first charged. */
  amount: DecimalString
  /** Empty where the host's line no longer gives that amount (it was edited since), and of what is no line or delivery. */
  parts: RowPart[]
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
  /** When the first of what it has open falls due; null of what is paid. */
  due: DueView | null
  state: ReconciliationState
}

/** The part of a row that a column pays. Signed: negative in a refund's column. */
export interface MatrixCell {
  row: string
  column: string
  amount: DecimalString
  /** Whether a back-fill inferred some of it from history and nobody has confirmed that. */
  inferred: boolean
  /** Why: each allocation or posting that the cell is made of, oldest first; never none. */
  explanations: AllocationExplanation[]
}
