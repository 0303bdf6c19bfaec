import { ReconciliationError } from "../domain/errors"
import type { OpenItem } from "../domain/open-item"
import type { OwnerType } from "../domain/owner"
import { loadDocument, openDocument } from "./load-document.sql"
import { lockAccount, lockAccountOfOwner, openAccount } from "./lock-account.sql"
import type { Session, TransactionSession } from "./database"
import {
  accountOf,
  documentOf,
  openItemOf,
  type Account,
  type AccountRow,
  type Document,
  type DocumentRow,
  type OpenItemRow,
} from "./rows"

export interface Owner {
  /** The rank of the account's first code. */
  readonly firstRank: number
  readonly type: OwnerType
  readonly id: string
  readonly currencyCode: string
  readonly digits: number
}

/** Locks the owner's account, opening it when there is none. @throws currency_digits_changed */
export async function lockAccountFor(session: Session, owner: Owner): Promise<Account> {
  const name = [owner.type, owner.id, owner.currencyCode]
  const [found] = await session.run<AccountRow>(lockAccountOfOwner, name)
  if (found) return withSameDigits(accountOf(found), owner)
  await session.run(openAccount, [...name, owner.digits, owner.firstRank])
  const [opened] = await session.run<AccountRow>(lockAccountOfOwner, name)
  if (!opened) throw new Error(`account of ${owner.type} ${owner.id} vanished`)
  return accountOf(opened)
}

/** An amount of 100 minor units is 1.00 or 0.100: should the host change a currency's digits, nothing is posted. */
function withSameDigits(account: Account, { digits, currencyCode }: Owner): Account {
  if (account.digits === digits) return account
  throw new ReconciliationError({
    type: "unexpected_state",
    code: "currency_digits_changed",
    message: `The host says that ${currencyCode} has ${digits} digits; this account was opened with ${account.digits}.`,
    ids: { account_id: account.id.toString(), currency_code: currencyCode },
    remedy: "Put the digits back in the host's currency table. Nothing was changed.",
  })
}

/** @throws account_not_found */
export async function lockAccountById(session: Session, id: bigint): Promise<Account> {
  const [found] = await session.run<AccountRow>(lockAccount, [id])
  if (found) return accountOf(found)
  throw accountNotFound(id.toString())
}

export function accountNotFound(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "account_not_found",
    message: `There is no account ${id}.`,
    ids: { account_id: id },
    remedy: "List the accounts of a customer with GET /admin/reconciliation/accounts?customer_id=….",
  })
}

export interface LoadedDocument {
  readonly document: Document
  /** Every item of the order, in the order of posting. */
  readonly items: readonly OpenItem[]
}

/** @param readAt the moment a read of the host began, to learn whether a later one was applied already */
export async function findDocument(
  session: Session,
  orderId: string,
  readAt: string | null = null,
): Promise<LoadedDocument | undefined> {
  return loadedOf(await session.run<DocumentRow & OpenItemRow>(loadDocument, [orderId, readAt]))
}

function loadedOf(rows: readonly (DocumentRow & OpenItemRow)[]): LoadedDocument | undefined {
  const [first] = rows
  if (!first) return undefined
  return { document: documentOf(first), items: first.id === null ? [] : rows.map(openItemOf) }
}

/** Locks the owner's account and reads the order as it stands once the lock is held, in one round trip. */
export async function lockAndLoad(
  session: TransactionSession,
  owner: Owner,
  { orderId, readAt }: { readonly orderId: string; readonly readAt: string },
): Promise<{ account: Account; loaded: LoadedDocument | undefined }> {
  const [accounts, documents] = await session.together([
    { statement: lockAccountOfOwner, parameters: [owner.type, owner.id, owner.currencyCode] },
    { statement: loadDocument, parameters: [orderId, readAt] },
  ])
  const [found] = accounts as AccountRow[]
  if (found) {
    const loaded = loadedOf(documents as (DocumentRow & OpenItemRow)[])
    return { account: withSameDigits(accountOf(found), owner), loaded }
  }
  const account = await lockAccountFor(session, owner)
  return { account, loaded: await findDocument(session, orderId, readAt) }
}

/** An order the ledger has not opened yet, as an empty document. */
export function unopened(order: NewDocument): LoadedDocument {
  const { orderId, displayId, placedAt, placedOn, salesChannelId } = order
  const document = {
    id: 0n,
    accountId: 0n,
    orderId,
    displayId,
    placedAt,
    placedOn,
    salesChannelId,
    hostVersion: 0,
    stateAt: null,
  }
  return {
    document: { ...document, superseded: false, problems: [], expected: [], plan: 0, version: 0, rank: null },
    items: [],
  }
}

export interface NewDocument {
  readonly orderId: string
  readonly displayId: string
  readonly placedAt: string
  readonly placedOn: string
  readonly salesChannelId: string | null
}

export async function createDocument(
  session: Session,
  account: Account,
  order: NewDocument,
): Promise<LoadedDocument> {
  await session.run(openDocument, [
    account.id,
    order.orderId,
    order.displayId,
    order.placedAt,
    order.placedOn,
    order.salesChannelId,
  ])
  const opened = await findDocument(session, order.orderId)
  if (!opened) throw new Error(`document of ${order.orderId} vanished`)
  return opened
}
