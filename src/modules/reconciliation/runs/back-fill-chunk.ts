import { keepHostNumbers } from "../document-numbers/document-numbers"
import { isCharge, isMoneyIn, openAmount } from "../domain/open-item"
import type { OwnerType } from "../domain/owner"
import type { ReplayResult } from "../domain/posting/replay"
import type { TransactionSession } from "../ledger/database"
import { unopened } from "../ledger/documents"
import { withSameDigits } from "../ledger/owners"
import { keepMemberships } from "../ledger/owners.sql"
import { accountOf, type Account, type AccountRow, type Document } from "../ledger/rows"
import { openOrders, type Opened } from "../orders/open-orders"
import {
  isEmpty,
  reconcileDocument,
  type DocumentOutcome,
  type ReconcileDocumentInput,
} from "../orders/reconcile-document"
import type { Settings } from "../settings/options"
import type { StrategyRegister } from "../settings/strategies"
import { listKnown, lockAccountsOfOrders, openAccounts, openDocuments } from "./back-fill.sql"
import { Tally } from "./tally"
import type { Chunk, HostOrders } from "./types"
import { toldOf } from "./told-of"

export interface BackFillTerms {
  readonly settings: Settings
  readonly strategies: StrategyRegister
  readonly today: string
}

export interface FilledChunk {
  readonly tally: Tally
  /** The orders that are in the ledger by it, by the ledger's numbers. */
  readonly documentIds: readonly bigint[]
}

type Read = HostOrders["histories"][number]

/**
 * Brings the orders of a chunk into the ledger as the host shows them, the oldest first, and leaves alone those that it has come
 * to know meanwhile: who told it of them posted all that there was.
 */
export async function backFillChunk(
  session: TransactionSession,
  chunk: Chunk,
  { histories, failures, ...terms }: BackFillTerms & HostOrders,
): Promise<FilledChunk> {
  const tally = new Tally()
  const oldest = histories.toSorted(byAge)
  const { firstRank } = terms.settings.matchingCodes
  const accounts = await lockOwners(session, oldest, firstRank)
  const rows = await session.run<{ order_id: string }>(listKnown, [chunk.orderIds])
  const known = new Set(rows.map(({ order_id: id }) => id))
  const unknown = oldest.filter(({ orderId }) => !known.has(orderId))
  const opened = await openAtOnce(session, chunk, { ...terms, accounts, histories: unknown })
  const documentIds = opened.map(({ document }) => document.id)
  for (const { account, result, isPosted } of opened) if (isPosted) count(tally, account, result)
  const done = new Set(opened.map(({ document }) => document.orderId))
  for (const history of unknown.filter(({ orderId }) => !done.has(orderId))) {
    // oxlint-disable-next-line no-await-in-loop -- an order that a back-fill brought in before, and was undone, has rows
    const outcome = await fillIn(session, chunk, { history, ...terms })
    if (outcome) documentIds.push(outcome.loaded.document.id)
    if (outcome?.written) count(tally, outcome.account, outcome.result)
    if (!outcome) tally.left.push({ ...nameOf(history), reason: "nothing_to_post" })
  }
  listOthers(tally, chunk, { histories, failures, known })
  return { tally, documentIds }
}

/** What makes accounts' ids the order of their locks: all that the orders need are there before the first one is locked. */
async function lockOwners(
  session: TransactionSession,
  histories: readonly Read[],
  firstRank: number,
): Promise<readonly Account[]> {
  const records = recordsOf(histories, firstRank)
  await session.run(keepMemberships)
  await session.run(openAccounts, [records])
  return (await session.run<AccountRow>(lockAccountsOfOrders, [records])).map(accountOf)
}

interface OpenedRow {
  id: string
  account_id: string
  order_id: string
  owner_type: OwnerType | null
  owner_id: string | null
}

/** Opens the orders that the ledger has no document of, and posts them together. */
async function openAtOnce(
  session: TransactionSession,
  chunk: Chunk,
  {
    accounts,
    histories,
    ...terms
  }: BackFillTerms & { readonly accounts: readonly Account[]; readonly histories: readonly Read[] },
): Promise<readonly Opened[]> {
  const orders = new Map(histories.map((history) => [history.orderId, inputOf(chunk, { history, ...terms })]))
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const { matchingCodes: codes } = terms.settings
  const opened = await openOrders(session, {
    context: chunk.context,
    codes,
    orders,
    lock: async () => {
      const fresh = histories.filter((history) => !isEmpty(history))
      const rows = await session.run<OpenedRow>(openDocuments, [recordsOf(fresh, codes.firstRank)])
      const places = new Map(rows.map((row) => [row.order_id, row]))
      return fresh.flatMap((history) => {
        const row = places.get(history.orderId)
        const account = row && byId.get(BigInt(row.account_id))
        return account
          ? [{ account: withSameDigits(account, history), document: documentOfRow(row, history) }]
          : []
      })
    },
  })
  for (const { document } of opened) {
    // oxlint-disable-next-line no-await-in-loop -- few orders have numbers of other programs
    await keepNumbers(session, orders.get(document.orderId)?.history)
  }
  return opened
}

function documentOfRow(row: OpenedRow, history: Read): Document {
  const owner =
    row.owner_type === null || row.owner_id === null ? null : { type: row.owner_type, id: row.owner_id }
  return { ...unopened(history).document, id: BigInt(row.id), accountId: BigInt(row.account_id), owner }
}

/** Orders as the statements take them. */
const recordsOf = (histories: readonly Read[], firstRank: number): string =>
  JSON.stringify(
    histories.map((history, n) => ({
      n,
      owner_type: history.ownerType,
      owner_id: history.ownerId,
      currency_code: history.currencyCode,
      digits: history.digits,
      first_rank: firstRank,
      order_id: history.orderId,
      display_id: history.displayId,
      placed_at: history.placedAt,
      placed_on: history.placedOn,
      sales_channel_id: history.salesChannelId,
    })),
  )

type Filling = BackFillTerms & { readonly history: Read }

async function fillIn(
  session: TransactionSession,
  chunk: Chunk,
  filling: Filling,
): Promise<DocumentOutcome | undefined> {
  const outcome = await reconcileDocument(session, inputOf(chunk, filling))
  if (outcome && !outcome.superseded) await keepNumbers(session, filling.history)
  return outcome
}

function inputOf(
  { context, strategy }: Chunk,
  { history: { recheckAt = null, ...history }, settings, strategies, today }: Filling,
): ReconcileDocumentInput {
  const { refundLines, deposits, paymentTerms, matchingCodes: codes, timeZone } = settings
  return {
    history,
    context,
    strategy: strategies.forOrder(strategy ?? undefined, history.salesChannelId),
    refundLines,
    deposits,
    paymentTerms,
    codes,
    recheckAt,
    isLast: false,
    today,
    timeZone,
    origin: "backfill",
  }
}

async function keepNumbers(
  session: TransactionSession,
  history: Pick<Read, "numbers" | "orderId"> | undefined,
): Promise<void> {
  const { numbers = [], orderId } = history ?? {}
  if (orderId !== undefined && numbers.length > 0) await keepHostNumbers(session, orderId, numbers)
}

/** The items of an order that was not known are all of it. */
function count(tally: Tally, account: Account, { items, proposals }: ReplayResult): void {
  const money = items.filter(isMoneyIn)
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
  if (proposals.length > 0) tally.put(proposals)
  else tally.changed += 1
  tally.money(account, sum(money.map(({ amount }) => amount)), sum(money.map(({ allocated }) => allocated)))
  const charges = items.filter(isCharge)
  if (charges.length > 0 && charges.every((item) => openAmount(item) === 0n)) tally.settled += 1
}

/** Lists what was not looked at: what the ledger knows, what the host no longer has, and what cannot be read. */
function listOthers(
  tally: Tally,
  { orderIds }: Chunk,
  { histories, failures, known }: HostOrders & { readonly known: ReadonlySet<string> },
): void {
  const read = new Map(histories.map((history) => [history.orderId, history]))
  const failed = new Map(failures.map(({ orderId, error }) => [orderId, error]))
  for (const id of orderIds) {
    const history = read.get(id)
    const name = history ? nameOf(history) : { order_id: id, display_id: null }
    if (known.has(id)) tally.left.push({ ...name, reason: "known" })
    else if (failed.has(id)) tally.left.push({ ...name, reason: "failed", error: toldOf(failed.get(id)) })
    else if (!history) tally.left.push({ ...name, reason: "gone" })
  }
}

const nameOf = ({
  orderId,
  displayId,
}: Read): { readonly order_id: string; readonly display_id: string } => ({
  order_id: orderId,
  display_id: displayId,
})

function byAge(one: Read, other: Read): number {
  if (one.placedAt !== other.placedAt) return one.placedAt < other.placedAt ? -1 : 1
  return one.orderId < other.orderId ? -1 : 1
}
