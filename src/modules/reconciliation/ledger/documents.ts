import { ReconciliationError } from "../domain/errors"
import type { OpenItem } from "../domain/open-item"
import { loadDocument, openDocument } from "./load-document.sql"
import { lockAccount } from "./lock-account.sql"
import type { Session, TransactionSession } from "./database"
import {
  lockOwned,
  namedFor,
  ownedBy,
  rootOf,
  type NamedOwner,
  type OwnedAccount,
  type Owner,
  type RootRow,
} from "./owners"
import { lockAccountOfOwner, rootOfOwner } from "./owners.sql"
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

/** Locks the account that an owner's orders belong to and reads the order as it stands once the lock is held, in one round trip. */
export async function lockAndLoad(
  session: TransactionSession,
  owner: Owner,
  { orderId, readAt }: { readonly orderId: string; readonly readAt: string },
): Promise<OwnedAccount & { readonly loaded: LoadedDocument | undefined }> {
  const [accounts, documents, roots] = await session.together([
    { statement: lockAccountOfOwner, parameters: [owner.type, owner.id, owner.currencyCode] },
    { statement: loadDocument, parameters: [orderId, readAt] },
    { statement: rootOfOwner, parameters: [owner.type, owner.id] },
  ])
  const [found] = accounts as AccountRow[]
  const [root] = roots as RootRow[]
  const owned = found && root && ownedBy(found, rootOf(root), owner)
  if (owned) return { ...owned, loaded: loadedOf(documents as (DocumentRow & OpenItemRow)[]) }
  return { ...(await lockOwned(session, owner)), loaded: await findDocument(session, orderId, readAt) }
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
    document: {
      ...document,
      owner: null,
      terms: null,
      superseded: false,
      problems: [],
      expected: [],
      plan: 0,
      version: 0,
      rank: null,
    },
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

/** @param owner whose order the host says that it is */
export async function createDocument(
  session: Session,
  account: Account,
  { owner, ...order }: NewDocument & { readonly owner: NamedOwner },
): Promise<LoadedDocument> {
  await session.run(openDocument, [
    account.id,
    order.orderId,
    order.displayId,
    order.placedAt,
    order.placedOn,
    order.salesChannelId,
    ...namedFor(owner, account),
  ])
  const opened = await findDocument(session, order.orderId)
  if (!opened) throw new Error(`document of ${order.orderId} vanished`)
  return opened
}
