import type {
  ListedTransactionView,
  ListedView,
  OrderOfCode,
  OverviewView,
  SumInCurrency,
} from "../../../types/http"
import { accountsPath, refusedMirrorsPath, transactionsPath, unreconciledPath } from "../../lib/paths"
import { addressOf, NO_FILTERS } from "../lists/sought/sought"

/** What a person is asked for, the most urgent first. */
const NEEDS = [
  "contradictions",
  "taken_back",
  "refused_mirrors",
  "overdue",
  "to_place",
  "owed",
  "write_off_requests",
  "to_check",
] as const
export type What = (typeof NEEDS)[number]

/** One kind of what needs a person, and the list that has exactly these. */
export interface Need {
  readonly what: What
  readonly count: number
  /** The day of the oldest. */
  readonly oldestOn: string
  readonly sums: readonly SumInCurrency[]
  readonly to: string
  /** The only one of it, as far as it is known. */
  readonly only: ListedTransactionView | null
  readonly order: OrderOfCode | null
}

/** Where the list of what is unreconciled shows a view, of one currency or of all. */
export const viewPath = (view: ListedView, currency: string | null = null): string =>
  `${unreconciledPath}?${addressOf({ ...NO_FILTERS, view, currency, sort: "newest", pages: 1 })}`

/** What needs a person, kinds without any left out. What is not due yet needs nobody. */
export function needsOf(overview: OverviewView): Need[] {
  return NEEDS.flatMap((what) => needOf(what, overview) ?? [])
}

/** The lists of what is no view of what is unreconciled. */
const ELSEWHERE = {
  refused_mirrors: refusedMirrorsPath,
  write_off_requests: accountsPath,
  to_check: `${transactionsPath}?${addressOf({ ...NO_FILTERS, toCheck: true, view: "all", sort: "newest", pages: 1 })}`,
} as const

function needOf(what: What, overview: OverviewView): Need | null {
  if (what === "refused_mirrors" || what === "write_off_requests" || what === "to_check") {
    const { count, oldest_on: oldestOn, sums, order } = overview[what]
    const to = ELSEWHERE[what]
    return count === 0
      ? null
      : { what, count, oldestOn: oldestOn ?? overview.today, sums, to, order, only: null }
  }
  const found = overview.views.find(({ view }) => view === what)
  if (!found) return null
  const { count, oldest_on: oldestOn, sums, only } = found
  return { what, count, oldestOn, sums, to: viewPath(what), only, order: null }
}
