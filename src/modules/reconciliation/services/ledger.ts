import { ReconciliationError } from "../domain/errors"
import { LARGEST_AMOUNT } from "../domain/money"
import { boundReleases, violationsOfPlan } from "../domain/invariants"
import type { OpenItem } from "../domain/open-item"
import { codesOpenedBy, type CodeOwner } from "../domain/sequence"
import { loadCoded } from "../sql/load-account"
import { loadDocument, openDocument } from "../sql/load-document"
import { lockAccount, lockAccountOfOwner, openAccount, takeStoreRanks } from "../sql/lock-account"
import { writingOf, type PlannedChange } from "./change"
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
  readonly type: "customer" | "order"
  readonly id: string
  readonly currencyCode: string
  readonly digits: number
}

export interface WrittenChange {
  readonly id: bigint
  readonly accountVersion: number
  /** Ids of the new items, in their order. */
  readonly itemIds: readonly bigint[]
}

interface WrittenRow {
  change_id: string
  version: string
  item_ids: string[]
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

/**
 * Checks a change and writes it, in one statement. The account must be locked.
 *
 * @param finishing given where nothing follows in the transaction: it commits in the same round trip
 */
export async function write(
  session: Session,
  change: PlannedChange,
  finishing?: Pick<TransactionSession, "finish">,
): Promise<WrittenChange> {
  refuseHugeItems(change.items)
  refuseBound(change)
  const [broken] = violationsOfPlan(change.proposals, change.releases)
  if (broken) {
    throw new ReconciliationError({
      type: "unexpected_state",
      code: broken.code,
      message: `The plan was refused: ${broken.detail}.`,
      ids: broken.ids,
      remedy: "Nothing was changed. Report this with the ids; the plan itself is at fault.",
    })
  }
  const codes = change.codes.enabled ? await newCodes(session, change) : []
  const shared = change.codes.scope === "store"
  const firstRank =
    shared && codes.length > 0 ? await takeRanks(session, codes.length, change) : change.account.nextRank
  const writing = writingOf(change, { owners: codes, firstRank })
  const [row] = await (finishing
    ? finishing.finish<WrittenRow>(writing)
    : session.run<WrittenRow>(writing.statement, writing.parameters))
  if (!row) throw new Error("the change was not written")
  return { id: BigInt(row.change_id), accountVersion: Number(row.version), itemIds: row.item_ids.map(BigInt) }
}

function refuseHugeItems(items: readonly OpenItem[]): void {
  const huge = items.find(({ amount }) => amount > LARGEST_AMOUNT)
  if (!huge) return
  throw new ReconciliationError({
    type: "invalid_data",
    code: "amount_too_large",
    message: `"${huge.title}" is worth more than ${LARGEST_AMOUNT} minor units, the limit of one item.`,
    ids: { key: huge.key },
    remedy: "Correct the amount in the host; nothing of this order was posted.",
  })
}

/** What fulfils a planned payment is changed by its plan alone, or when its order moves to another account. */
function refuseBound({ kind, releases = [] }: PlannedChange): void {
  if (kind === "plan" || kind === "transfer") return
  const [bound] = boundReleases(releases)
  if (!bound) return
  throw new ReconciliationError({
    type: "conflict",
    code: "instalment_bound",
    message: `Allocation ${bound.allocation.id} fulfils a planned payment and cannot be changed by other means.`,
    ids: {
      allocation_id: bound.allocation.id.toString(),
      instalment_id: String(bound.allocation.instalmentId),
    },
    remedy: "Change the order's plan of payments instead. Nothing was changed.",
  })
}

/** Asks which codes exist only when an allocation could open one. */
async function newCodes(
  session: Session,
  { account, proposals, document }: PlannedChange,
): Promise<CodeOwner[]> {
  const wanted = codesOpenedBy(proposals, {
    documents: new Set(document && document.rank !== null ? [document.id] : []),
    items: new Set(),
  })
  const known = wanted.filter((owner) => "documentId" in owner || owner.itemId > 0n)
  if (known.length === 0 || onlyOpens(wanted, document)) return wanted
  const rows = await session.run<{ document_id: string | null; open_item_id: string | null }>(loadCoded, [
    wanted.flatMap((owner) => ("documentId" in owner ? [owner.documentId] : [])),
    wanted.flatMap((owner) => ("itemId" in owner ? [owner.itemId] : [])),
    account.id,
  ])
  return codesOpenedBy(proposals, {
    documents: new Set([
      ...rows.flatMap((row) => (row.document_id === null ? [] : [BigInt(row.document_id)])),
      ...(document && document.rank !== null ? [document.id] : []),
    ]),
    items: new Set(rows.flatMap((row) => (row.open_item_id === null ? [] : [BigInt(row.open_item_id)]))),
  })
}

async function takeRanks(
  session: Session,
  count: number,
  { account, codes }: PlannedChange,
): Promise<number> {
  const floor = Math.max(codes.firstRank, account.nextRank)
  const [taken] = await session.run<{ first_rank: number }>(takeStoreRanks, [count, floor])
  if (!taken) throw new Error("the store has no ranks")
  return taken.first_rank
}

/** Whether the only code to open is the loaded document's own, which is known not to have one. */
function onlyOpens(wanted: readonly CodeOwner[], document: Document | undefined): boolean {
  return wanted.every((owner) =>
    "documentId" in owner ? owner.documentId === document?.id : owner.itemId < 0n,
  )
}
