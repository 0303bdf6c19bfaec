import type { OwnerType } from "../domain/owner"
import type { Session } from "./database"
import { lockAccounts } from "./lock-account.sql"
import { withSameDigits } from "./owners"
import { accountsOfOwners, keepMemberships, openAccountsOf } from "./owners.sql"
import { accountOf, type Account, type AccountRow } from "./rows"

/** Customers of whom something is written in one currency. */
export interface CustomersInCurrency {
  readonly customerIds: readonly string[]
  readonly currencyCode: string
  readonly digits: number
  /** The rank of an account's first code. */
  readonly firstRank: number
}

interface Named {
  readonly named: string
  readonly owner_type: OwnerType
  readonly owner_id: string
}

/**
 * Locks the accounts that the money of many customers belongs to, in ascending order of id, opening those that there are not:
 * theirs, or those of whom they are a member of. Until the transaction ends nobody joins or leaves.
 *
 * @returns by currency and customer, as accountNameOf names them
 * @throws currency_digits_changed
 */
export async function lockAccountsOfCustomers(
  session: Session,
  currencies: readonly CustomersInCurrency[],
): Promise<ReadonlyMap<string, Account>> {
  await session.run(keepMemberships)
  const ids = new Map<string, string>()
  for (const { customerIds, currencyCode, digits, firstRank } of currencies) {
    // oxlint-disable-next-line no-await-in-loop -- once for each currency
    const roots = await session.run<Named>(openAccountsOf, [customerIds, currencyCode, digits, firstRank])
    // oxlint-disable-next-line no-await-in-loop -- once for each currency
    const found = await session.run<{ id: string } & Omit<Named, "named">>(accountsOfOwners, [
      roots.map((root) => root.owner_type),
      roots.map((root) => root.owner_id),
      currencyCode,
    ])
    const byOwner = new Map(found.map((row) => [`${row.owner_type} ${row.owner_id}`, row.id]))
    for (const { named, owner_type: type, owner_id: owner } of roots) {
      const id = byOwner.get(`${type} ${owner}`)
      if (id === undefined) throw new Error(`account of ${type} ${owner} vanished`)
      ids.set(accountNameOf(currencyCode, named), id)
    }
  }
  const rows = await session.run<AccountRow>(lockAccounts, [[...new Set(ids.values())]])
  const digits = new Map(currencies.map((one) => [one.currencyCode, one.digits]))
  const accounts = new Map(
    rows.map((row) => {
      const account = accountOf(row)
      const { currencyCode } = account
      return [
        row.id,
        withSameDigits(account, { currencyCode, digits: digits.get(currencyCode) ?? account.digits }),
      ]
    }),
  )
  return new Map(
    [...ids].flatMap(([name, id]) => {
      const account = accounts.get(id)
      return account ? [[name, account] as const] : []
    }),
  )
}

/** The account of a customer in a currency, among those of many. */
export const accountNameOf = (currencyCode: string, customerId: string): string =>
  `${currencyCode} ${customerId}`
