import type { DecimalString } from "../items"
import type { PlannedPaymentView } from "./accounts"
import type { OrderOfCode } from "./codes"
import type { ShownNoteView } from "./notes"
import type { OwnerType } from "./owner"
import type { AccountTransactionView } from "./transactions"

/** Whose account a transaction of a list stands on. */
export interface ListedOwnerView {
  account_id: string
  type: OwnerType
  id: string
  /** Null until it was read from the host, and of who was erased. */
  name: string | null
  company: string | null
}

/** Why something is open: the first of these that holds, with what the sentence needs. */
export type WhyOpen =
  /** The host's rows of the order contradict each other. */
  | { code: "contradiction"; problem: string }
  /** A planned payment fell due and was not made; days since. */
  | { code: "instalment_late"; amount: DecimalString; due_on: string; days: number }
  /** Planned payments cover `planned` of what is open, `uncovered` of it has none; `next` is what they bring first. */
  | {
      code: "planned"
      planned: DecimalString
      uncovered: DecimalString
      /** The first day on which any is awaited, with all that is awaited on it; null where only returns cover something. */
      next: { due_on: string; amount: DecimalString } | null
    }
  /** Nothing was applied. What the account has on no item could pay it; null where it has none. */
  | { code: "nothing_paid"; unapplied: DecimalString | null }
  /** Something was applied, `lines` of its lines still owe something. */
  | {
      code: "partly_paid"
      paid: DecimalString
      total: DecimalString
      lines: number
      unapplied: DecimalString | null
    }
  /** The host holds money for the order that was authorised and not captured; what was paid by then, null where nothing was. */
  | { code: "not_captured"; paid: DecimalString | null; total: DecimalString }
  /** Money that the payer or the bank took back. */
  | { code: "taken_back" }
  /** Money that was paid back, which nothing explains. */
  | { code: "paid_back" }
  /** Exactly one open order of the account owes exactly what is open of this money or credit. */
  | { code: "fits_order"; order: OrderOfCode }
  /** The account has open orders, and none or several of them owe exactly this. */
  | { code: "fits_none" }
  /** The account owes nothing: a surplus, or a credit of an order that is paid. */
  | { code: "nothing_owed" }
  /** Nobody knows whose money it is. */
  | { code: "unknown_owner" }
  /** None of the above: it is owed, or pays nothing yet. */
  | { code: "open" }

/** The one thing to do next about what is open. */
export type ListedStep =
  | { act: "put_on_order"; order: OrderOfCode }
  /** amount: what the largest payment or credit that lies idle would bring the order; null of money, and of what a plan keeps. */
  | { act: "apply"; amount: DecimalString | null }
  | { act: "find_owner" }
  | { act: "record_payment" }
  /** On the order's page of the host. */
  | { act: "capture" }
  | { act: "open_order" }
  | { act: "open_account" }
  | { act: "cure" }

/** One entry of `GET /admin/reconciliation/transactions`: a transaction of any account. */
export interface ListedTransactionView extends Omit<
  AccountTransactionView,
  "balance" | "other_account" | "undo"
> {
  /** Its number in the list, the same as long as it stands. */
  number: string
  owner: ListedOwnerView
  currency_code: string
  digits: number
  sales_channel_id: string | null
  /** The earliest day on which something of it that is open falls due; null of what is settled, and of credits. */
  due_on: string | null
  /** Days since it happened. */
  age_days: number
  /** Null of what is settled. */
  why: WhyOpen | null
  next_step: ListedStep | null
  /** Whether somebody marked it to be checked. */
  to_check: boolean
  /** How many notes stand on it. */
  notes: number
  /** The newest of them that marks it, else the newest; null where there is none. */
  note: ShownNoteView | null
  /** How many files stand beside it. */
  attachments: number
}

/** What a list holds in one currency; amounts of several currencies are never added. */
export interface ListedSumView {
  currency_code: string
  digits: number
  owed: DecimalString
  owed_count: number
  unapplied: DecimalString
  unapplied_count: number
}

/** What a view of the list comes to. */
export interface ListedViewTotals {
  view: ListedView
  count: number
  /** The day on which the oldest of them happened. */
  oldest_on: string
  /** What is open of them, by currency; with how many there are, and the day on which the oldest of these happened. */
  sums: {
    currency_code: string
    digits: number
    amount: DecimalString
    count: number
    oldest_on: string
  }[]
}

/**
 * How many transactions each view of the list of what is unreconciled has, and what they come to. Each transaction is in
 * one view, so the views add up to all.
 */
export interface UnreconciledTotalsView extends Record<ListedView, number> {
  all: number
  /** Those views that have any, the most urgent first. */
  views: ListedViewTotals[]
  /** By currency, each that anything is listed in; what contradicts itself is in its view alone, for it may owe nothing. */
  sums: ListedSumView[]
}

/** How a list is ordered; by size within each currency. */
export type ListedOrder = "newest" | "oldest" | "largest" | "smallest" | "owner"

/**
 * Each transaction that is unreconciled is in the first of these that fits, the most urgent first: its rows in the host
 * contradict each other; money was taken back; it is owed and a day is past; money or a credit pays nothing; it is owed
 * and no day is set; it is owed and the day has not come.
 */
export type ListedView = "contradictions" | "taken_back" | "overdue" | "to_place" | "owed" | "not_due"

/** One entry of `GET /admin/reconciliation/instalments`: a planned payment of any account. */
export interface ListedInstalmentView extends PlannedPaymentView {
  owner: ListedOwnerView
  digits: number
  /** Days until it falls due; below zero when that day is past. */
  days: number
  /** How often its day was moved. */
  postponed: number
  /** The day on which it failed last; it may be awaited again since. */
  failed_on: string | null
  /** What was noted then. */
  failed_because: string | null
  /** The day of the money that was put on it last. */
  paid_on: string | null
  /** Rows that it was planned for cost something else since. */
  items_changed: boolean
}

/** What planned payments are still to bring in one currency; amounts of several currencies are never added. */
export interface InstalmentSumView {
  currency_code: string
  digits: number
  /** Their day is past, or they failed. */
  late_or_failed: DecimalString
  /** Of the others, what falls due today or within thirty days. */
  soon: DecimalString
  later: DecimalString
}

/** How many planned payments each view of the list has, and what is to come. `late` and `failed` are parts of `open`. */
export interface InstalmentTotalsView {
  /** The day in the store's accounting time zone, from which days are counted. */
  today: string
  open: number
  /** Their day is past, failed or not. */
  late: number
  failed: number
  paid: number
  /** By currency. */
  sums: InstalmentSumView[]
}
