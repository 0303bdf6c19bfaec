import type { DecimalString } from "../items"
import type { AllocationPlanView } from "./allocation-plans"
import type { OrderEffect } from "./edits"
import type { ErrorBody } from "./errors"
import type { OpenItemView } from "./items"
import type { WriteOffRequestView, WriteOffView } from "./write-offs"

/** An order that money is to pay. */
export interface TickedOrderBody {
  order_id: string
  /** What is open, as far as the money goes, when absent. */
  amount?: DecimalString | undefined
  /** Exactly so much of each item; the others stay unpaid. Adds up to the amount. */
  lines?: { line: string; amount: DecimalString }[] | undefined
  /** What becomes of what the money does not cover of the order; keep_open when absent. */
  difference?:
    | {
        kind: "keep_open" | "write_off" | "cash_discount" | "bank_fee"
        /** All that the money does not cover when absent. */
        amount?: DecimalString | undefined
        reason?: string | undefined
      }
    | undefined
}

/** `POST /admin/reconciliation/payments`, header `Idempotency-Key` optional. */
export interface RecordPaymentBody {
  /** Null for money of an unknown owner; then `suspense` is true. Null too where `order_id` says whose it is. */
  customer_id: string | null
  /** An order without a customer: the money lands on the order's own account. */
  order_id?: string | undefined
  /** The money waits on the suspense account until somebody moves it to its owner. */
  suspense?: true | undefined
  currency_code: string
  amount: DecimalString
  method: "cash" | "cheque" | "transfer" | "other"
  reference?: string | undefined
  /** ISO date or timestamp the money moved; now when absent. */
  occurred_at?: string | undefined
  /** Why, for the journal. */
  note?: string | undefined
  /** What it pays, in this order. When absent it stays on the account, and the store's policy decides. */
  orders?: TickedOrderBody[] | undefined
  /** First what already lies unapplied on the account. */
  use_unapplied?: boolean | undefined
  /** The planned payment that it fulfils. */
  instalment_id?: string | undefined
  /** The account's version last read; 409 when it has moved on. */
  version?: number | undefined
  /** Money by this method, of this amount and reference was recorded before, and this is another one. */
  confirm_duplicate?: boolean | undefined
}

/** What an item of an order had open, gets, and has open then. */
export interface PaidLineView {
  /** Key of the row; null of what an order owes without one: money that was taken back. */
  line: string | null
  title: string
  open: DecimalString
  gets: DecimalString
  /** Written off, also by the store's own rule, or granted as a discount. */
  given_up: DecimalString
  open_after: DecimalString
}

/** An order that was paid, before and after. */
export interface PaidOrderView extends OrderEffect {
  gets: DecimalString
  /** What of it the store's order shows as a payment: money on account, where money is mirrored at all. */
  mirrored: DecimalString
  given_up: DecimalString
  /** What of open_after no planned payment, nor a return on its way, is to bring. */
  not_covered_after: DecimalString
  /** Those that had something open, in their order. */
  lines: PaidLineView[]
}

/** What was given up of an order, or the request that waits for a second person. */
export interface MadeDifferenceView {
  order_id: string
  kind: string
  amount: DecimalString
  write_off: WriteOffView | null
  request: WriteOffRequestView | null
}

/** Money that was recorded before and looks like this. */
export interface LookalikeView {
  payment_id: string
  /** On the account itself, on that of money of an unknown owner, or another customer's. */
  where: "here" | "suspense" | "elsewhere"
  /** Null where it is another customer's, who is not named here: answers are kept. */
  account_id: string | null
  occurred_on: string
}

/** What paying orders came to. */
export interface OrdersPaid {
  orders: PaidOrderView[]
  /** What of the money that came stays on the account. */
  stays: DecimalString
  /** What had lain unapplied and was used. */
  unapplied_used: DecimalString
  differences: MadeDifferenceView[]
  /** The account's version after it. */
  version: number
}

export interface RecordedPaymentView extends OrdersPaid {
  payment: OpenItemView
  /** What the store's policy did with it at once; null where orders were ticked, or it does nothing. */
  allocation_plan: AllocationPlanView | null
  looks_recorded: LookalikeView | null
}

/** What recording a payment would come to: it was done, looked at, and taken back. */
export interface PaymentPreview extends Omit<RecordedPaymentView, "version"> {
  /** The account's version that it was done on; 0 where the customer has no account yet. */
  base_version: number
  /** Whether the store's orders show as a payment what is applied to them. */
  is_mirrored: boolean
}

/** `POST /admin/reconciliation/accounts/:id/apply` */
export interface ApplyUnappliedBody {
  orders: TickedOrderBody[]
  version?: number | undefined
  note?: string | undefined
}

/** What applying would come to. */
export interface ApplyPreview extends Omit<OrdersPaid, "version"> {
  base_version: number
}

/** One row of `POST /admin/reconciliation/payments/batch`. */
export interface PaymentRowBody {
  /** Id or e-mail address of the customer. */
  customer: string
  amount: DecimalString
  method: "cash" | "cheque" | "transfer" | "other"
  reference?: string | undefined
  occurred_at?: string | undefined
  /** Ids of orders, or the numbers that customers know. */
  orders?: string[] | undefined
  confirm_duplicate?: boolean | undefined
}

export interface RecordPaymentsBody {
  currency_code: string
  rows: PaymentRowBody[]
  /** Record those that can be, and answer why the others cannot; else none is recorded unless all can be. */
  only_valid?: boolean | undefined
}

/** What became of a row: a payment, or why there is none. */
export interface PaymentRowView {
  /** Its place in what was sent, from 1. */
  row: number
  payment: RecordedPaymentView | null
  error: ErrorBody | null
}

/** What a batch came to. */
export interface RecordedPaymentsView {
  recorded: number
  refused: number
  /** Of those that were recorded. */
  amount: DecimalString
  rows: PaymentRowView[]
}
