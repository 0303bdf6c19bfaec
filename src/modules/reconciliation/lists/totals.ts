import type { ListedSumView, ListedView, ListedViewTotals, UnreconciledTotalsView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import type { Session } from "../ledger/database"
import { sumTransactions } from "./list-transactions.sql"
import { conditionsOf, VIEWS, type TransactionsWanted } from "./transaction-filter"
import { withUnsure } from "./unsure-states"

/** A view in a currency. */
export interface SumRow {
  readonly currency_code: string
  readonly digits: number
  readonly view: ListedView
  readonly count: number
  /** Of those, how many have something open: an order that contradicts itself may be paid. */
  readonly open_count: number
  readonly open: string
  readonly oldest_on: string
  /** The number of one of them, as the list has it. */
  readonly number: string
}

type Filter = Omit<TransactionsWanted, "unreconciled" | "view">

/** What is not reconciled, by view and currency. Exact, however much there is. */
export async function sumsOf(session: Session, filter: Filter, today: string): Promise<SumRow[]> {
  const wanted = await withUnsure(session, { ...filter, unreconciled: true }, today)
  const conditions = conditionsOf(wanted, today)
  return session.run<SumRow>(sumTransactions(conditions), [...conditions.parameters, today])
}

/** How many transactions are not reconciled, by view, and what they come to. */
export async function totalsOf(
  session: Session,
  filter: Filter,
  today: string,
): Promise<UnreconciledTotalsView> {
  const rows = await sumsOf(session, filter, today)
  const views = viewsIn(rows)
  const count = (view: ListedView): number => views.find((one) => one.view === view)?.count ?? 0
  return {
    all: views.reduce((sum, one) => sum + one.count, 0),
    contradictions: count("contradictions"),
    taken_back: count("taken_back"),
    overdue: count("overdue"),
    to_place: count("to_place"),
    owed: count("owed"),
    not_due: count("not_due"),
    views,
    sums: [...new Set(rows.map((row) => row.currency_code))].map((currency) =>
      sumOf(rows.filter((row) => row.currency_code === currency)),
    ),
  }
}

/** The views that have any, the most urgent first. */
export const viewsIn = (rows: readonly SumRow[]): ListedViewTotals[] =>
  VIEWS.flatMap((view) =>
    viewTotals(
      view,
      rows.filter((row) => row.view === view),
    ),
  )

function viewTotals(view: ListedView, rows: readonly SumRow[]): ListedViewTotals[] {
  const [oldest] = rows.map((row) => row.oldest_on).toSorted()
  if (oldest === undefined) return []
  const sums = rows.map(({ currency_code, digits, open, count, oldest_on }) => ({
    currency_code,
    digits,
    amount: decimalOf(BigInt(open), digits),
    count,
    oldest_on,
  }))
  return [{ view, count: rows.reduce((sum, row) => sum + row.count, 0), oldest_on: oldest, sums }]
}

/** The rows of one currency: what is owed, and what pays nothing yet. What contradicts itself may owe nothing: its view says how much. */
function sumOf(rows: readonly SumRow[]): ListedSumView {
  const [{ currency_code, digits } = { currency_code: "", digits: 0 }] = rows
  const idle = rows.filter(({ view }) => view === "to_place")
  const owed = rows.filter(({ view }) => view !== "to_place" && view !== "contradictions")
  const amount = (of: readonly SumRow[]): string =>
    decimalOf(
      of.reduce((sum, { open }) => sum + BigInt(open), 0n),
      digits,
    )
  const count = (of: readonly SumRow[]): number => of.reduce((sum, { open_count: open }) => sum + open, 0)
  return {
    currency_code,
    digits,
    owed: amount(owed),
    owed_count: count(owed),
    unapplied: amount(idle),
    unapplied_count: count(idle),
  }
}
