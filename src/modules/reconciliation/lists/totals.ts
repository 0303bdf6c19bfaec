import type { ListedView, UnreconciledTotalsView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import type { Session } from "../ledger/database"
import { countTransactions, sumTransactions } from "./list-transactions.sql"
import { conditionsOf, type TransactionsWanted } from "./transaction-filter"

interface SumRow {
  readonly currency_code: string
  readonly digits: number
  readonly all: number
  readonly owed_count: number
  readonly owed: string
  readonly unapplied_count: number
  readonly unapplied: string
}

/** How many transactions are not reconciled, by view, and what they come to, by currency. Exact, however many there are. */
export async function totalsOf(
  session: Session,
  filter: Omit<TransactionsWanted, "unreconciled" | "view">,
  today: string,
): Promise<UnreconciledTotalsView> {
  const wanted = { ...filter, unreconciled: true }
  const conditions = conditionsOf(wanted, today)
  const rows = await session.run<SumRow>(sumTransactions(conditions), conditions.parameters)
  const count = async (view: ListedView): Promise<number> => {
    const own = conditionsOf({ ...wanted, view }, today)
    const [row] = await session.run<{ count: number }>(countTransactions(own), own.parameters)
    return row?.count ?? 0
  }
  return {
    all: rows.reduce((sum, row) => sum + row.all, 0),
    to_place: rows.reduce((sum, row) => sum + row.unapplied_count, 0),
    overdue: await count("overdue"),
    taken_back: await count("taken_back"),
    contradictions: await count("contradictions"),
    sums: rows.map((row) => ({
      currency_code: row.currency_code,
      digits: row.digits,
      owed: decimalOf(BigInt(row.owed), row.digits),
      owed_count: row.owed_count,
      unapplied: decimalOf(BigInt(row.unapplied), row.digits),
      unapplied_count: row.unapplied_count,
    })),
  }
}
