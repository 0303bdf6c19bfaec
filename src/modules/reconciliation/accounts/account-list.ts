import type { ListedAccountView, OwnerType } from "../../../types/http"
import { rankOfCode } from "../domain/matching-code"
import { decimalOf } from "../domain/money"
import { currencyCursorOf, currencyPlaceOf, numberCursorOf, numberPlaceOf } from "../items/keyset"
import type { Session } from "../ledger/database"
import { listAccountsOfCustomer } from "../ledger/read-account.sql"
import { accountOf, type Account, type AccountRow } from "../ledger/rows"
import { pageOfAccounts as pageStatement, readFiguresOfAccounts } from "./list-accounts.sql"

export interface AccountFilter {
  /** Only of this customer, and of whom they are a member of, by currency; all accounts, the newest first, when absent. */
  readonly customerId?: string | undefined
  /** Only of these customers, of these companies, of these orders, and those that gave this matching code, where it is one. */
  readonly among?:
    | {
        readonly customerIds: readonly string[]
        readonly companyIds: readonly string[]
        readonly orderIds: readonly string[]
        readonly code: string
      }
    | undefined
  /** Only accounts of this kind of owner. */
  readonly ownerType?: OwnerType | undefined
  readonly currencyCode?: string | undefined
  /** Only those with something open, or with money or a credit that pays nothing yet. */
  readonly open?: boolean | undefined
  readonly unapplied?: boolean | undefined
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

/** An account of a list without what only the host knows. */
export type LedgerListedAccount = Omit<ListedAccountView, "owner">

export interface AccountPage {
  readonly accounts: LedgerListedAccount[]
  readonly nextCursor: string | null
}

/** A page of accounts with their figures. @throws cursor_malformed */
export async function pageOfAccounts(session: Session, filter: AccountFilter): Promise<AccountPage> {
  const { customerId, limit } = filter
  const found =
    customerId === undefined ? await anyOf(session, filter) : await ofCustomer(session, customerId, filter)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const cursor =
    last &&
    (customerId === undefined
      ? numberCursorOf(last.id.toString())
      : currencyCursorOf(last.currencyCode, last.id.toString()))
  return {
    accounts: await withFigures(session, page),
    nextCursor: found.length > limit ? (cursor ?? null) : null,
  }
}

async function ofCustomer(
  session: Session,
  customerId: string,
  { cursor, limit }: AccountFilter,
): Promise<Account[]> {
  const after = cursor === undefined ? null : currencyPlaceOf(cursor)
  const rows = await session.run<AccountRow>(listAccountsOfCustomer, [
    customerId,
    after?.currencyCode ?? null,
    after?.id ?? null,
    limit + 1,
  ])
  return rows.map(accountOf)
}

async function anyOf(session: Session, filter: AccountFilter): Promise<Account[]> {
  const { cursor, among, ownerType, currencyCode, open = false, unapplied = false, limit } = filter
  const rows = await session.run<AccountRow>(pageStatement, [
    cursor === undefined ? null : numberPlaceOf(cursor),
    among?.customerIds ?? null,
    among?.orderIds ?? [],
    currencyCode ?? null,
    open,
    unapplied,
    limit + 1,
    ownerType ?? null,
    among?.companyIds ?? [],
    among ? rankOfCode(among.code) : null,
  ])
  return rows.map(accountOf)
}

interface FiguresRow {
  id: string
  order_id: string | null
  display_id: string | null
  open: string
  unallocated: string
}

async function withFigures(session: Session, accounts: readonly Account[]): Promise<LedgerListedAccount[]> {
  if (accounts.length === 0) return []
  const rows = await session.run<FiguresRow>(readFiguresOfAccounts, [accounts.map(({ id }) => id)])
  const figures = new Map(rows.map((row) => [row.id, row]))
  return accounts.map(({ id, ownerType, ownerId, currencyCode, digits, version }) => {
    const row = figures.get(id.toString())
    const [open, unallocated] = [BigInt(row?.open ?? 0), BigInt(row?.unallocated ?? 0)]
    const orderId = row?.order_id ?? null
    return {
      id: id.toString(),
      owner_type: ownerType,
      owner_id: ownerId,
      order: orderId === null ? null : { id: orderId, display_id: row?.display_id ?? orderId },
      currency_code: currencyCode,
      digits,
      version,
      totals: {
        open: decimalOf(open, digits),
        unallocated: decimalOf(unallocated, digits),
        balance: decimalOf(open - unallocated, digits),
      },
    }
  })
}
