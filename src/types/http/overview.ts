import type { DecimalString } from "../items"
import type { OrderOfCode } from "./codes"
import type { ListedTransactionView, ListedViewTotals } from "./lists"

/** An amount in one currency; amounts of several are never added. */
export interface SumInCurrency {
  currency_code: string
  digits: number
  amount: DecimalString
}

/** What waits in another list than that of transactions. */
export interface WaitingView {
  count: number
  /** The day of the oldest; null when nothing waits. */
  oldest_on: string | null
  sums: SumInCurrency[]
  /** The order that the only one belongs to; null of several, and of money on account. */
  order: OrderOfCode | null
}

/** What a view of the list of what is unreconciled comes to. */
export interface OverviewSentence extends ListedViewTotals {
  /** The transaction itself where there is one alone; null of several. */
  only: ListedTransactionView | null
}

/** How well one rule, or people, placed money: of the allocations of the last 30 days, of the newest 50,000 at most. */
export interface RuleQuality {
  /** The rule of an allocation, or by_hand. */
  rule: string
  allocations: number
  /** How many of them a person took back since. */
  undone: number
  /** Days from when both sides stood in the ledger until it was made, of half of them at most this many. */
  median_days: number
}

/** What is owed in one currency by how long it is past its day, or past when it arose where it has none. */
export interface AgeingView {
  currency_code: string
  digits: number
  not_due: DecimalString
  days_0_30: DecimalString
  days_31_60: DecimalString
  days_61_90: DecimalString
  days_91_120: DecimalString
  days_over_120: DecimalString
  total: DecimalString
}

/** `GET /admin/reconciliation/overview` → `{ overview: OverviewView }`. */
export interface OverviewView {
  /** The day in the accounting time zone. */
  today: string
  /** The accounting time zone, as IANA names it. */
  time_zone: string
  /** The views of the list of what is unreconciled that have any, the most urgent first. */
  views: OverviewSentence[]
  /** What is owed and not due yet: those that fall due next, three at most. */
  coming: ListedTransactionView[]
  write_off_requests: WaitingView
  /** Money that the store does not count because it refused it. */
  refused_mirrors: WaitingView
  quality: {
    /** The first day that is looked at. */
    since: string
    allocations: number
    /** Those that no person made. */
    automatic: number
    rules: RuleQuality[]
    /** The same by day, the oldest first; days without any are left out. */
    days: { on: string; allocations: number; automatic: number }[]
  }
  ageing: AgeingView[]
  /** The last check of the ledger against its own rules: when, and how many rows it found at fault; null where there was none. */
  check: { id: string; recorded_at: string; faults: number } | null
  /** Transactions that are marked to be checked, settled or not, with what is open of them. */
  to_check: WaitingView
}
