import type { AccountTransactionView, MembershipOwnerView, OwnerType } from "../../../types/http"
import { otherSideKeyOf } from "../domain/key"
import { ledgerCursorOf, ledgerPlaceOf, type LedgerPlace } from "../items/keyset"
import { planStandings } from "../instalments/plans"
import type { Session } from "../ledger/database"
import { accountNotFound } from "../ledger/documents"
import { companyNames } from "../ledger/memberships"
import { readAccount, readCodesOfItems, readStandingsOfOrders } from "../ledger/read-account.sql"
import { accountOf, openItemOf, type Account, type AccountRow } from "../ledger/rows"
import { numbersOf } from "../receipts/with-numbers"
import { RunningBalance, type BucketRow, type NamedSumRow, type SumRow } from "./running-balance"
import type { LegRow, OrderStandingRow, TransactionParts, TransactionRow } from "./transaction-rows"
import { TransactionViews } from "./transaction-view"
import {
  accountsOfKeys,
  balanceOfAccount,
  itemsOfKeys,
  pagesOfTransactions,
  readTransactions,
  sumAtMoments,
  sumsBetweenMoments,
  type Direction,
} from "./transactions.sql"
import { undoableOf } from "./undoable"

export interface TransactionFilter {
  readonly accountId: bigint
  /** all of them, those that are not wholly allocated, or those that share a matching code. */
  readonly show: "all" | "open"
  readonly rank?: number | undefined
  readonly order: Direction
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface TransactionPage {
  readonly transactions: AccountTransactionView[]
  readonly nextCursor: string | null
}

interface PlaceRow extends LedgerPlace {
  readonly ref: string
  readonly is_order: boolean
}

/**
 * A page of an account's transactions, with the balance after each of them.
 *
 * @param today the day in the accounting time zone
 * @throws account_not_found | cursor_malformed
 */
export async function pageOfTransactions(
  session: Session,
  filter: TransactionFilter,
  today: string,
): Promise<TransactionPage> {
  const { accountId, limit } = filter
  const after = filter.cursor === undefined ? null : ledgerPlaceOf(filter.cursor)
  const [row] = await session.run<AccountRow>(readAccount, [accountId])
  if (!row) throw accountNotFound(accountId.toString())
  const found = await placesOf(session, filter, after)
  const places = found.slice(0, limit)
  const last = places.at(-1)
  const views = new TransactionViews(await partsOf(session, accountOf(row), { places, today }))
  const balances = await balancesOf(session, filter, places)
  return {
    transactions: places.map((place, index) => views.view(index, balances.after(place))),
    nextCursor: found.length > limit && last ? ledgerCursorOf(last) : null,
  }
}

async function placesOf(
  session: Session,
  { accountId, show, rank, order, limit }: TransactionFilter,
  after: LedgerPlace | null,
): Promise<PlaceRow[]> {
  const shown = rank === undefined ? show : "code"
  return session.run<PlaceRow>(pagesOfTransactions[shown][order], [
    accountId,
    after?.moment ?? null,
    after?.name ?? (order === "newest" ? "~" : ""),
    limit + 1,
    ...(rank === undefined ? [] : [rank]),
  ])
}

async function balancesOf(
  session: Session,
  { accountId, order }: Pick<TransactionFilter, "accountId" | "order">,
  places: readonly LedgerPlace[],
): Promise<RunningBalance> {
  const moments = [...new Set(places.map(({ moment }) => BigInt(moment)))].toSorted((one, other) =>
    one < other ? -1 : 1,
  )
  if (moments.length === 0) return new RunningBalance({ moments, between: [], at: [], total: null })
  const [total] = order === "newest" ? await session.run<SumRow>(balanceOfAccount, [accountId]) : []
  return new RunningBalance({
    moments,
    between: await session.run<BucketRow>(sumsBetweenMoments[order], [accountId, moments]),
    at: await session.run<NamedSumRow>(sumAtMoments, [accountId, moments]),
    total: total ? BigInt(total.amount) : null,
  })
}

async function partsOf(
  session: Session,
  account: Account,
  { places, today }: { readonly places: readonly PlaceRow[]; readonly today: string },
): Promise<TransactionParts> {
  const rows =
    places.length === 0
      ? []
      : await session.run<TransactionRow>(readTransactions, [
          account.id,
          places.map(({ ref }) => ref),
          places.map((one) => one.is_order),
        ])
  const documents = [...new Set(rows.flatMap((row) => row.document_id ?? []))]
  const standings = new Map(
    (documents.length === 0
      ? []
      : await session.run<OrderStandingRow>(readStandingsOfOrders, [account.id, documents])
    ).map((one) => [BigInt(one.document_id), one]),
  )
  const ids = rows.flatMap((row) => row.ids)
  const legs = ids.length === 0 ? [] : await session.run<LegRow>(readCodesOfItems, [ids])
  const planned = [...standings.values()].map(({ document_id: id, plan, expected, open }) => ({
    id: BigInt(id),
    plan,
    expected: expected.map(({ line, amount }) => ({ lineKey: line, amount: BigInt(amount) })),
    open: BigInt(open),
  }))
  return {
    account,
    rows,
    standings,
    plans: await planStandings(session, planned, today),
    legs: legs.filter((leg) => BigInt(leg.account_id) === account.id),
    undone: await undoneAmong(session, rows),
    others: await othersOf(session, rows),
    numbers: await numbersOf(
      session,
      rows.map(({ id }) => id),
    ),
  }
}

/** Whose accounts the other sides of moves are in. */
async function othersOf(
  session: Session,
  rows: readonly TransactionRow[],
): Promise<ReadonlyMap<string, MembershipOwnerView>> {
  const moves = rows.flatMap(({ id, key, sequence }) => {
    const other = otherSideKeyOf({ key })
    return other === null ? [] : [{ id, other, sequence }]
  })
  if (moves.length === 0) return new Map()
  const found = await session.run<OtherRow>(accountsOfKeys, [
    moves.map(({ id }) => id),
    moves.map(({ other }) => other),
    moves.map(({ sequence }) => sequence),
  ])
  const companies = found.flatMap(({ owner_type: type, owner_id: id }) => (type === "company" ? [id] : []))
  const names = companies.length === 0 ? new Map<string, string>() : await companyNames(session, companies)
  return new Map(
    found.map(({ id, account_id: accountId, owner_type: type, owner_id: owner }) => [
      id,
      { type, id: owner, name: names.get(owner) ?? null, account_id: accountId },
    ]),
  )
}

interface OtherRow {
  readonly id: string
  readonly account_id: string
  readonly owner_type: OwnerType
  readonly owner_id: string
}

/** The keys under which acts of some transactions are taken back already. */
async function undoneAmong(session: Session, rows: readonly TransactionRow[]): Promise<ReadonlySet<string>> {
  const keys = rows.flatMap((row) => undoableOf(openItemOf(row))?.undoneKey ?? [])
  if (keys.length === 0) return new Set()
  const found = await session.run<{ key: string; kind: string }>(itemsOfKeys, [keys])
  // What was paid back stands under the key of what takes it back too.
  return new Set(found.filter(({ kind }) => kind !== "refund").map(({ key }) => key))
}
