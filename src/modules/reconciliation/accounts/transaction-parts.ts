import { planStandings } from "../instalments/plans"
import type { Session } from "../ledger/database"
import { readCodesOfItems, readStandingsOfOrders } from "../ledger/read-account.sql"
import { openItemOf } from "../ledger/rows"
import { documentNumbersOf } from "../document-numbers/numbers-of"
import { numbersOf } from "../receipts/with-numbers"
import {
  standingKey,
  type LegRow,
  type OrderStandingRow,
  type TransactionParts,
  type TransactionPlace,
  type TransactionRow,
} from "./transaction-rows"
import { itemsOfKeys, readTransactions } from "./transactions.sql"
import { undoableOf } from "./undoable"

interface Reading {
  /** Of an account's currency. */
  readonly digitsOf: (accountId: string) => number
  /** The day in the accounting time zone. */
  readonly today: string
}

/** What a page shows of some transactions, of one account or of several, in a handful of statements. */
export async function partsOf(
  session: Session,
  places: readonly TransactionPlace[],
  { digitsOf, today }: Reading,
): Promise<TransactionParts> {
  const rows =
    places.length === 0
      ? []
      : await session.run<TransactionRow>(readTransactions, [
          places.map(({ accountId }) => accountId),
          places.map(({ ref }) => ref),
          places.map(({ isOrder }) => isOrder),
        ])
  const standings = await standingsOf(session, rows)
  const ids = rows.flatMap((row) => row.ids)
  // An order that went to another account stands in both; its plan is that of the account that owes it.
  const byOpen = [...standings.values()].toSorted((one, other) =>
    BigInt(one.open) < BigInt(other.open) ? -1 : 1,
  )
  const planned = byOpen.map(({ document_id: id, plan, expected, open }) => ({
    id: BigInt(id),
    plan,
    expected: expected.map(({ line, amount }) => ({ lineKey: line, amount: BigInt(amount) })),
    open: BigInt(open),
  }))
  return {
    digitsOf,
    rows,
    standings,
    plans: await planStandings(session, planned, today),
    legs: ids.length === 0 ? [] : await session.run<LegRow>(readCodesOfItems, [ids]),
    undone: await undoneAmong(session, rows),
    numbers: await numbersOf(
      session,
      rows.map(({ id }) => id),
    ),
    documentNumbers: await documentNumbersOf(session, {
      orders: rows.flatMap(({ document_id: id }) => (id === null ? [] : [id])),
      items: rows.map(({ id }) => id),
    }),
  }
}

/** How the orders of some transactions stand, each in the account that the transaction is of. */
async function standingsOf(
  session: Session,
  rows: readonly TransactionRow[],
): Promise<ReadonlyMap<string, OrderStandingRow>> {
  const wanted = new Map(
    rows.flatMap(({ account_id: account, document_id: document }) =>
      document === null ? [] : [[standingKey(account, document), { account, document }] as const],
    ),
  )
  if (wanted.size === 0) return new Map()
  const pairs = [...wanted.values()]
  const found = await session.run<OrderStandingRow>(readStandingsOfOrders, [
    pairs.map(({ account }) => account),
    pairs.map(({ document }) => document),
  ])
  return new Map(found.map((row) => [standingKey(row.account_id, row.document_id), row]))
}

/** The keys under which acts of some transactions are taken back already. */
async function undoneAmong(session: Session, rows: readonly TransactionRow[]): Promise<ReadonlySet<string>> {
  const keys = rows.flatMap((row) => undoableOf(openItemOf(row))?.undoneKey ?? [])
  if (keys.length === 0) return new Set()
  const found = await session.run<{ key: string; kind: string }>(itemsOfKeys, [keys])
  // What was paid back stands under the key of what takes it back too.
  return new Set(found.filter(({ kind }) => kind !== "refund").map(({ key }) => key))
}
