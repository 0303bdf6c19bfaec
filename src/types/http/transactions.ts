import type { DecimalString, MeansView } from "../items"
import type { OrderOfCode } from "./codes"
import type { DocumentNumberView } from "./document-numbers"
import type { MembershipOwnerView } from "./owners"
import type { MatchingCode, ReconciliationState } from "./states"

/** What a transaction of an account is. */
export type TransactionKind =
  | "order"
  | "credit"
  | "payment"
  | "deposit"
  | "stored_value"
  | "refund"
  | "void"
  | "reversal"
  | "write_off"
  | "cash_discount"
  | "transfer"
  | "opening_balance"

/** What a transaction is taken back by: of a move, a pay-back, a reversal or an opening balance that was recorded here and stands. */
export type UndoableAct =
  | { act: "move"; move_id: string }
  | { act: "pay_back"; pay_back_id: string }
  | { act: "reversal"; payment_id: string; number: number }
  | { act: "opening_balance"; opening_balance_id: string }

/**
 * One entry of `GET /admin/reconciliation/accounts/:id/transactions`. An order is one transaction: what it charges, and
 * whatever raised that later. What lowers it is a credit, and stands where it happened; so does all money.
 */
export interface AccountTransactionView extends MeansView {
  /** Names it in its account: "order_12", "item_345". */
  id: string
  kind: TransactionKind
  /** The day it happened; of an order, the day it was placed. */
  occurred_on: string
  /** The order that it is or belongs to; null of money on account. */
  order: OrderOfCode | null
  /** The open item that acts on it are asked for by; null of an order. */
  item_id: string | null
  /** What the first of its lines is called; null of money, and of a credit that is of no line. */
  title: string | null
  /** How many lines of the order it speaks of; 0 of money. */
  lines: number
  /** A number that a person or the host gave it. */
  reference: string
  /** "R-2026-0042", of money and of credit notes; null of what has none, and for a moment until it is given. */
  receipt_number: string | null
  /** Of an invoice or a credit note that another program made of it; null of what has none. */
  document_number: DocumentNumberView | null
  state: ReconciliationState
  codes: MatchingCode[]
  /** What it adds to what is owed, or what it takes off that; one of them is zero, as a rule. */
  charges: DecimalString
  payments: DecimalString
  /** Signed: charges less payments of the account up to and with this transaction, whatever the page leaves out. */
  balance: DecimalString
  /** What of it is not allocated. */
  open: DecimalString
  /** Whether what is open of it is owed (debit) or pays nothing yet (credit). */
  side: "debit" | "credit"
  /** Of money that was moved, whose account it went to or came from; null of all else. */
  other_account: MembershipOwnerView | null
  /** How it is taken back, where it is an act on money; null of all else, and of what is taken back already. */
  undo: UndoableAct | null
}
