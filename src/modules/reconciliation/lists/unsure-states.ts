import type { ReconciliationState } from "../../../types/http"
import { partsOf } from "../accounts/transaction-parts"
import { TransactionViews } from "../accounts/transaction-view"
import type { Session } from "../ledger/database"
import { listUnsure } from "./list-transactions.sql"
import type { TransactionsWanted } from "./transaction-filter"

interface UnsureRow {
  readonly number: string
  readonly account_id: string
  readonly document_id: string
}

/**
 * What a list by state asks for, with those in it whose row does not tell: orders with planned payments of which some were made
 * with money that was taken back since. There are few of them.
 */
export async function withUnsure<Wanted extends Pick<TransactionsWanted, "state">>(
  session: Session,
  wanted: Wanted,
  today: string,
): Promise<Wanted & Pick<TransactionsWanted, "inState">> {
  const { state } = wanted
  // What is settled, and what contradicts itself, is told by its row whatever its plan.
  if (state === undefined || state === "full" || state === "error") return wanted
  return { ...wanted, inState: await unsureIn(session, state, today) }
}

async function unsureIn(session: Session, state: ReconciliationState, today: string): Promise<string[]> {
  const rows = await session.run<UnsureRow>(listUnsure, [])
  if (rows.length === 0) return []
  const places = rows.map((row) => ({
    accountId: BigInt(row.account_id),
    ref: row.document_id,
    isOrder: true,
  }))
  const views = new TransactionViews(await partsOf(session, places, { digitsOf: () => 0, today }))
  return rows.flatMap(({ number }, index) => (views.standing(index).state === state ? [number] : []))
}
