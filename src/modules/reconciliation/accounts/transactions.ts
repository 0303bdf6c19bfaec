import type { AccountTransactionView, MembershipOwnerView, OwnerType } from "../../../types/http"
import { otherSideKeyOf } from "../domain/key"
import { ledgerCursorOf, ledgerPlaceOf, type LedgerPlace } from "../items/keyset"
import type { Session } from "../ledger/database"
import { accountNotFound } from "../ledger/documents"
import { companyNames } from "../ledger/memberships"
import { readAccount } from "../ledger/read-account.sql"
import { accountOf, type AccountRow } from "../ledger/rows"
import { RunningBalance, type BucketRow, type NamedSumRow, type SumRow } from "./running-balance"
import { partsOf } from "./transaction-parts"
import type { TransactionParts } from "./transaction-rows"
import { TransactionViews } from "./transaction-view"
import {
  accountsOfKeys,
  balanceOfAccount,
  pagesOfTransactions,
  sumAtMoments,
  sumsBetweenMoments,
  type Direction,
} from "./transactions.sql"

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
  const { id, digits } = accountOf(row)
  const own = places.map(({ ref, is_order: isOrder }) => ({ accountId: id, ref, isOrder }))
  const parts = await partsOf(session, own, { digitsOf: () => digits, today })
  const views = new TransactionViews(parts, await othersOf(session, parts.rows))
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

/** Whose accounts the other sides of moves are in. */
async function othersOf(
  session: Session,
  rows: TransactionParts["rows"],
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
