import type { DecimalString } from "../items"
import type { AllocationMove } from "./edits"
import type { ErrorBody } from "./errors"
import type { ListedOwnerView } from "./lists"
import type { MoneyEffects, UndoBody } from "./money"

/** Whether a customer owed money when the store's books began, or had some; never a sign. */
export type OpeningDirection = "owes" | "has_money"

/** A row of `POST /admin/reconciliation/opening-balances`. */
export interface OpeningBalanceRowBody {
  /** Id or e-mail address of the customer. */
  customer: string
  balance: OpeningDirection
  amount: DecimalString
  /** That of all rows when absent. */
  currency_code?: string | undefined
  /** The day it is dated; that of all rows when absent. */
  date?: string | undefined
  /** Of what is owed, the day on which it falls due; when absent it is due on its own day. */
  due_on?: string | undefined
  /** The number of the old invoice or credit note. */
  document_number?: string | undefined
  memo?: string | undefined
  /** The same was posted before, and this is another one. */
  confirm_duplicate?: boolean | undefined
}

/** `POST /admin/reconciliation/opening-balances` and its preview, header `Idempotency-Key` optional. */
export interface PostOpeningBalancesBody {
  currency_code?: string | undefined
  /** The day all rows are dated that name none. */
  date?: string | undefined
  /** The first day of the store's books: without a date, rows are dated the day before. */
  go_live_on?: string | undefined
  rows: OpeningBalanceRowBody[]
  reason?: string | undefined
}

/** What a customer owed or had when the books began, as it stands. */
export interface OpeningBalanceView {
  /** Of the open item; in a preview "new:1". */
  id: string
  account_id: string
  owner: ListedOwnerView
  currency_code: string
  digits: number
  balance: OpeningDirection
  amount: DecimalString
  open: DecimalString
  /** How much of it is paid, or used; "undone" once it was taken back. */
  state: "none" | "partial" | "full" | "undone"
  occurred_on: string
  /** Null of money, and of what is due on its own day. */
  due_on: string | null
  document_number: string | null
  memo: string | null
  recorded_at: string
}

/** What all opening balances that stand come to in one currency. */
export interface OpeningBalanceSumView {
  currency_code: string
  digits: number
  owes: DecimalString
  owes_count: number
  has_money: DecimalString
  has_money_count: number
}

/** What became of a row, or would become of it. */
export interface OpeningBalanceRowView {
  /** Its place in what was sent, from 1. */
  row: number
  opening_balance: OpeningBalanceView | null
  error: ErrorBody | null
}

/** What a batch came to, or would come to if all of its rows were right. */
export interface PostedOpeningBalancesView {
  posted: number
  refused: number
  /** Of those that were posted. */
  sums: OpeningBalanceSumView[]
  rows: OpeningBalanceRowView[]
}

/** `POST /admin/reconciliation/opening-balances/:id/undo` */
export interface UndoOpeningBalanceBody extends UndoBody {
  /** Takes off it what pays it by now, or it off what it pays, with what has come to rest on that; else that is refused. */
  cascade?: boolean | undefined
}

/** An opening balance that was taken back. */
export interface UndoneOpeningBalanceView extends MoneyEffects {
  opening_balance: OpeningBalanceView
  /** What paid it, or what it paid. */
  released: AllocationMove[]
}

/** `POST /admin/reconciliation/opening-balances/:id/pay` */
export interface PayOpeningBalanceBody {
  /** Open items of the account: money, and credit of its orders, in this order. All that lies there, oldest first, when absent. */
  credits?: string[] | undefined
  /** At most so much; all that is open of it when absent. */
  amount?: DecimalString | undefined
  reason?: string | undefined
}

/** What was owed when the books began and was paid with what lies on the account. */
export interface PaidOpeningBalanceView extends MoneyEffects {
  opening_balance: OpeningBalanceView
  allocated: AllocationMove[]
}
