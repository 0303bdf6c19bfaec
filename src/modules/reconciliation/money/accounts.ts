import type { OpenItemView } from "../../../types/http"
import { readItem } from "../items/find-money"
import { viewOfItem } from "../items/open-item-view"
import type { Session } from "../ledger/database"
import { lockAccountById } from "../ledger/documents"
import { readAccount } from "../ledger/read-account.sql"
import { accountOf, type Account, type AccountRow } from "../ledger/rows"

/** Accounts by id, without a lock. */
export async function accountById(session: Session, id: bigint): Promise<Account> {
  const [row] = await session.run<AccountRow>(readAccount, [id])
  if (!row) throw new Error(`account ${id} vanished`)
  return accountOf(row)
}

/** Locks some accounts in ascending order of id, as everybody does. */
export async function lockAccounts(session: Session, ids: Iterable<bigint>): Promise<Map<bigint, Account>> {
  const accounts = new Map<bigint, Account>()
  for (const id of [...new Set(ids)].toSorted((one, other) => (one < other ? -1 : 1))) {
    // oxlint-disable-next-line no-await-in-loop -- locks are taken one by one, in ascending order
    accounts.set(id, await lockAccountById(session, id))
  }
  return accounts
}

export function accountIn(accounts: ReadonlyMap<bigint, Account>, id: bigint): Account {
  const account = accounts.get(id)
  if (!account) throw new Error(`account ${id} is not locked`)
  return account
}

/** An item as it stands now, as the HTTP contract shows it. */
export async function viewMoney(session: Session, id: bigint): Promise<OpenItemView> {
  const { item, accountId, orderId } = await readItem(session, id)
  const account = await accountById(session, accountId)
  return viewOfItem(item, { ...account, accountId: accountId.toString(), orderId })
}
