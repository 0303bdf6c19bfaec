import { ReconciliationError } from "../domain/errors"
import type { OwnerType } from "../domain/owner"
import type { Session } from "./database"
import {
  findAccountOfOwner,
  keepMemberships,
  lockAccountOfOwner,
  nameOwner,
  openAccount,
  rootOfOwner,
} from "./owners.sql"
import { accountOf, type Account, type AccountRow, type Document } from "./rows"

/** An owner by name, in every currency. */
export interface NamedOwner {
  readonly type: OwnerType
  readonly id: string
}

export interface Owner extends NamedOwner {
  /** The rank of the account's first code. */
  readonly firstRank: number
  readonly currencyCode: string
  readonly digits: number
}

/** Whose account an owner's orders and money belong to. */
export interface Root extends NamedOwner {
  /** The last moment at which that may have become another one, ISO in UTC; null of who never joined anybody. */
  readonly since: string | null
}

export interface RootRow {
  owner_type: OwnerType
  owner_id: string
  since: string | null
}

export const rootOf = (row: RootRow): Root => ({ type: row.owner_type, id: row.owner_id, since: row.since })

export const isSame = (one: NamedOwner, other: NamedOwner): boolean =>
  one.type === other.type && one.id === other.id

export const ownerOf = ({ ownerType: type, ownerId: id }: Account): NamedOwner => ({ type, id })

export async function findRoot(session: Session, { type, id }: NamedOwner): Promise<Root> {
  const [row] = await session.run<RootRow>(rootOfOwner, [type, id])
  if (!row) throw new Error(`owner ${type} ${id} has no root`)
  return rootOf(row)
}

/** The account that an owner's orders and money belong to, locked. */
export interface OwnedAccount {
  readonly account: Account
  readonly root: Root
}

/**
 * Locks the account that an owner's orders and money belong to, opening it when there is none. Who joins or leaves locks
 * the accounts too, so what is found under the lock stays so.
 *
 * @throws currency_digits_changed
 */
export async function lockOwned(session: Session, owner: Owner): Promise<OwnedAccount> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until whose account it is stands still under its lock
    const [found] = await session.run<AccountRow>(lockAccountOfOwner, [
      owner.type,
      owner.id,
      owner.currencyCode,
    ])
    // oxlint-disable-next-line no-await-in-loop -- until whose account it is stands still under its lock
    const owned = found && ownedBy(found, await findRoot(session, owner), owner)
    if (owned) return owned
    // oxlint-disable-next-line no-await-in-loop -- until whose account it is stands still under its lock
    if (!found) await openOwned(session, owner)
  }
}

/** What was locked, unless it has become another one's account meanwhile. @throws currency_digits_changed */
export function ownedBy(row: AccountRow, root: Root, owner: Owner): OwnedAccount | undefined {
  const account = accountOf(row)
  return isSame(ownerOf(account), root) ? { account: withSameDigits(account, owner), root } : undefined
}

/** The id of the account that an owner's money belongs to, opened when there is none; not locked, and until the transaction ends nobody joins or leaves. */
export async function ownedAccountId(session: Session, owner: Owner): Promise<bigint> {
  const root = await openOwned(session, owner)
  return accountIdOf(session, { ...owner, ...root })
}

/** The id of an owner's own account, opened when there is none. */
export async function accountIdOf(session: Session, owner: Owner): Promise<bigint> {
  const name = [owner.type, owner.id, owner.currencyCode]
  const find = async (): Promise<AccountRow | undefined> =>
    (await session.run<AccountRow>(findAccountOfOwner, name))[0]
  const found = await find()
  if (found) return BigInt(found.id)
  await session.run(openAccount, [...name, owner.digits, owner.firstRank])
  const opened = await find()
  if (!opened) throw new Error(`account of ${owner.type} ${owner.id} vanished`)
  return BigInt(opened.id)
}

async function openOwned(session: Session, owner: Owner): Promise<Root> {
  await session.run(keepMemberships)
  const root = await findRoot(session, owner)
  await accountIdOf(session, { ...owner, ...root })
  return root
}

/** An amount of 100 minor units is 1.00 or 0.100: should the host change a currency's digits, nothing is posted. */
export function withSameDigits(
  account: Account,
  { digits, currencyCode }: Pick<Owner, "digits" | "currencyCode">,
): Account {
  if (account.digits === digits) return account
  throw new ReconciliationError({
    type: "unexpected_state",
    code: "currency_digits_changed",
    message: `The host says that ${currencyCode} has ${digits} digits; this account was opened with ${account.digits}.`,
    ids: { account_id: account.id.toString(), currency_code: currencyCode },
    remedy: "Put the digits back in the host's currency table. Nothing was changed.",
  })
}

/** Whose order a document is: it is named only where that is not the owner of its account. */
export const ownerOfDocument = ({ owner }: Document, account: Account): NamedOwner =>
  owner ?? ownerOf(account)

/** What a document of an account names as its owner. */
export const namedFor = (owner: NamedOwner, account: Account): readonly [string | null, string | null] =>
  isSame(owner, ownerOf(account)) ? [null, null] : [owner.type, owner.id]

/** Notes that the host gave an order to somebody whose account is the same. */
export async function noteOwner(
  session: Session,
  document: Document,
  { account, owner }: { readonly account: Account; readonly owner: NamedOwner },
): Promise<void> {
  if (isSame(ownerOfDocument(document, account), owner)) return
  await session.run(nameOwner, [document.id, ...namedFor(owner, account)])
}
