import { depositPlan, type DepositRule } from "../domain/instalments/deposit"
import type { DocumentHistory } from "../domain/posting/document-state"
import { isRecordedReversal } from "../domain/key"
import { isCharge, isLineCredit, type OpenItem, type Origin } from "../domain/open-item"
import { replay, type ReplayInput, type ReplayResult } from "../domain/posting/replay"
import type { RefundLines } from "../domain/posting/split-credit"
import type { TermsRule } from "../domain/terms/terms-rule"
import type { PaidLine } from "../domain/posting/working-ledger"
import { loadAllocations } from "../ledger/load-document.sql"
import { loadReversals } from "../items/load-money.sql"
import { markRead } from "../ledger/write-change.sql"
import { readRecordOf, type ChangeContext, type HostRead, type WrittenChange } from "../ledger/change"
import type { Session, TransactionSession } from "../ledger/database"
import { requireVersion } from "../ledger/lock"
import { noteOwner, type OwnedAccount } from "../ledger/owners"
import { transferDocument } from "./transfer-document"
import {
  createDocument,
  findDocument,
  lockAccountById,
  lockAndLoad,
  type LoadedDocument,
} from "../ledger/documents"
import { change, type DraftedChange } from "../ledger/envelope"
import type { CodeSettings } from "../settings/options"
import { instalmentsOf } from "../instalments/plans"
import type { GivenTerms } from "../ledger/tables/terms"
import type { ChosenStrategy } from "../settings/strategies"
import { allocationOf, openItemOf, type Account, type AllocationRow, type OpenItemRow } from "../ledger/rows"
import { isByPerson, waitingAmong } from "../items/waiting"
import { keepSupplies } from "./supplies"
import { termsInForce, type TermsInForce } from "./terms-in-force"
import { movedSince, ownerIn } from "./whose"
import { leavesCaptures, yieldToCaptures, type Yielded } from "./yield-to-captures"

export interface ReconcileDocumentInput {
  readonly history: DocumentHistory
  readonly strategy: ChosenStrategy
  /** Which lines a refund gives back when nobody chose. */
  readonly refundLines: RefundLines
  readonly context: ChangeContext
  readonly codes: CodeSettings
  /** Down payments that products require. */
  readonly deposits: readonly DepositRule[]
  /** When orders fall due. */
  readonly paymentTerms: readonly TermsRule[]
  /** The version the caller has seen; when the ledger has moved on, nothing is done. */
  readonly expectedVersion?: number | undefined
  /** When the sweep must read the order again whatever the host's marks say. */
  readonly recheckAt?: string | null | undefined
  /** Nothing follows in the transaction once the order is settled, so that it may be committed by then. */
  readonly isLast: boolean
  /** The day in the accounting time zone, and that zone. */
  readonly today: string
  readonly timeZone: string
  /** The day on which the store's books begin; orders of before are opened by a back-fill or by a person alone. */
  readonly goLive?: string | null
  /** Who decided the allocations. Default auto. */
  readonly origin?: Origin | undefined
}

export interface DocumentOutcome {
  readonly account: Account
  readonly loaded: LoadedDocument
  /** The order as it stood before anything was done; an order that changes hands is loaded anew in between. */
  readonly before: LoadedDocument
  readonly result: ReplayResult
  /** Whether a later read was applied before, so that nothing was done and the order is to be read again. */
  readonly superseded: boolean
  /** Whether it changed hands: that is written in both accounts, also where nothing is to be added after it. */
  readonly moved?: true
  /** Absent when there was nothing to add. */
  readonly written?: WrittenChange | undefined
  /** Given where money on account made way for a capture, by a change of its own. */
  readonly yielded?: Yielded | undefined
}

/**
 * Brings one order's part of the ledger up to what the host shows: lock, load, replay, check, write.
 * Returns undefined when the order has nothing to post yet.
 */
export async function reconcileDocument(
  session: TransactionSession,
  input: ReconcileDocumentInput,
): Promise<DocumentOutcome | undefined> {
  const located = await locate(session, input)
  if (!located) return undefined
  const { loaded, to } = located
  await requireVersion(session, located, { version: input.expectedVersion })
  if (loaded.document.superseded) return { ...located, before: loaded, result: NOTHING, superseded: true }
  if (to) return { ...(await postAfterTransfer(session, { ...located, to }, input)), before: loaded }
  await noteOwner(session, loaded.document, { account: located.account, owner: ownerIn(input.history) })
  return postHistory(session, located, input)
}

/** Posts and settles what a history shows beyond what the ledger holds. */
async function postHistory(
  session: TransactionSession,
  place: Located,
  input: ReconcileDocumentInput,
): Promise<DocumentOutcome> {
  const { context, codes, history, recheckAt } = input
  const { account, loaded: standing } = place
  const waiting = isByPerson(context) ? undefined : await waitingAmong(session, standing.items)
  const terms = termsInForce(standing, history, { account, rules: input.paymentTerms })
  await keepSupplies(session, [{ document: standing.document, supplies: history.supplies }])
  const result = await replayDocument(session, standing, { ...input, waiting, terms })
  const { items: posted, proposals } = result
  const isOver = leavesCaptures({ standing: standing.items, posted, proposals })
  const outcome = await change<Located, DocumentOutcome>(session, {
    context,
    codes,
    finishing: input.isLast && !recheckAt && !isOver ? session : undefined,
    lock: async () => place,
    plan: async ({ loaded }) => {
      const read = readOf(history)
      return {
        change: draftOf(result, {
          plan: loaded.document.plan,
          read,
          terms: terms?.given,
          origin: input.origin,
        }),
        answer: async (written) => {
          if (!written || recheckAt) await noteRead(session, loaded.document.id, { read, recheckAt })
          if (loaded.document.problems.length > 0 !== read.problems.length > 0)
            session.mirroring?.touch([loaded.document.id])
          return { ...place, before: standing, result, superseded: false, ...(written && { written }) }
        },
      }
    },
  })
  if (!isOver) return outcome
  const { orderId } = standing.document
  const strategyOf = (): ChosenStrategy => input.strategy
  const yielded = await yieldToCaptures(session, {
    account,
    orderId,
    strategyOf,
    context,
    codes,
    today: input.today,
  })
  return yielded ? { ...outcome, yielded } : outcome
}

/** What a history adds; null where it shows nothing new. */
export function draftOf(
  { items, proposals, plan, dueDates = [] }: ReplayResult,
  standing: {
    readonly plan: number
    readonly read: HostRead
    readonly terms: GivenTerms | undefined
    readonly origin: Origin | undefined
  },
): DraftedChange | null {
  if (items.length === 0 && proposals.length === 0 && dueDates.length === 0) return null
  return {
    kind: "ingest",
    items,
    proposals,
    origin: standing.origin ?? "auto",
    read: standing.read,
    dueDates,
    terms: standing.terms,
    ...(plan && { plan: { number: standing.plan + 1, instalments: plan, events: [] } }),
  }
}

const NOTHING: ReplayResult = { items: [], proposals: [] }

/**
 * The order belongs to another account than it is in: what happened before is posted in the old account,
 * what is open then moves, and what happened since is posted in the new one. So a late read ends in the
 * same rows as prompt ones.
 */
async function postAfterTransfer(
  session: TransactionSession,
  { account: from, loaded, to }: Located & { readonly to: OwnedAccount },
  input: ReconcileDocumentInput,
): Promise<DocumentOutcome> {
  const { history, context, codes } = input
  const { account } = to
  const since = movedSince(history, { document: loaded.document, from, to, timeZone: input.timeZone })
  const earlier = history.states.filter(({ at }) => at < since.at)
  const last = earlier.at(-1)
  // What is posted already must not be posted again as if it were the present.
  if (last && last.at > (loaded.document.stateAt ?? "")) {
    const before = { ...history, states: earlier, hostVersion: last.version }
    await postHistory(session, { account: from, loaded }, { ...input, history: before, isLast: false })
  }
  const moving = await reload(session, loaded)
  const owner = ownerIn(history)
  await transferDocument(session, { from, to: account, loaded: moving, owner, since, context, codes })
  const outcome = await postHistory(session, { account, loaded: await reload(session, loaded) }, input)
  return { ...outcome, moved: true }
}

async function reload(session: Session, { document }: LoadedDocument): Promise<LoadedDocument> {
  const again = await findDocument(session, document.orderId)
  if (!again) throw new Error(`document of ${document.orderId} vanished`)
  return again
}

/**
 * A change carries its read with it, but not that the read left something in doubt. A doubt is lifted by
 * any read after its moment, so what a change leaves of an older one costs one read more at the most.
 */
export async function noteRead(
  session: Session,
  documentId: bigint,
  { read, recheckAt = null }: { read: HostRead; recheckAt?: string | null | undefined },
): Promise<void> {
  const record = { ...readRecordOf(read), recheck_at: recheckAt }
  await session.run(markRead, [documentId, JSON.stringify(record)])
}

interface ReplayDocument extends Pick<
  ReconcileDocumentInput,
  "history" | "strategy" | "refundLines" | "deposits"
> {
  /** Credits to leave alone, because a person set them free. */
  readonly waiting?: ReadonlySet<bigint> | undefined
  readonly terms?: TermsInForce | undefined
}

/** Plans an order on the ledger as it stands and writes nothing. */
export async function replayDocument(
  session: Session,
  { document, items }: LoadedDocument,
  { history, strategy, refundLines, deposits, waiting, terms }: ReplayDocument,
): Promise<ReplayResult> {
  return replay({
    documentId: document.id,
    orderId: document.orderId,
    placedAt: document.placedAt,
    placedOn: document.placedOn,
    hostVersion: document.hostVersion,
    stateAt: document.stateAt,
    items,
    paidLines:
      items.length > 0 && creditsAnOrder(history) ? await paidLinesOf(session, document.id, items) : [],
    states: history.states,
    payments: history.payments,
    chosenLines: history.chosenLines,
    refundLines,
    foreignReversals: await foreignReversals(session, items, history),
    instalments:
      document.plan > 0 ? ((await instalmentsOf(session, [document.id])).get(document.id) ?? []) : [],
    planFirst: firstPlan({ document, items }, { history, deposits }),
    strategy: strategy.allocate,
    terms,
    ...(waiting && { waiting }),
  })
}

/** Deposits are asked for once, when an order's lines come to the ledger; a draft's lines come when it is converted. */
function firstPlan(
  { document, items }: LoadedDocument,
  { history, deposits }: Pick<ReconcileDocumentInput, "history" | "deposits">,
): ReplayInput["planFirst"] {
  const { products, currencyCode, digits } = history
  if (!products || deposits.length === 0 || document.plan > 0 || items.some(isCharge)) return undefined
  const { placedOn } = document
  return (owed) => depositPlan({ owed, products, rules: deposits, currencyCode, digits, placedOn })
}

interface Located {
  /** The account that the order is in. */
  readonly account: Account
  readonly loaded: LoadedDocument
  /** Given when it belongs into another one. */
  readonly to?: OwnedAccount | undefined
}

async function locate(
  session: TransactionSession,
  input: Pick<ReconcileDocumentInput, "history" | "codes" | "goLive" | "origin" | "context">,
): Promise<Located | undefined> {
  const { history, codes } = input
  const { ownerType, ownerId, currencyCode, digits, orderId, readAt } = history
  const owner = { type: ownerType, id: ownerId, currencyCode, digits, firstRank: codes.firstRank }
  const { account, root, loaded } = await lockAndLoad(session, owner, { orderId, readAt })
  if (!loaded) {
    if (isEmpty(history) || isBeforeTheBooks(input)) return undefined
    return { account, loaded: await createDocument(session, account, { ...history, owner }) }
  }
  if (loaded.document.accountId === account.id) return { account, loaded }
  // Two orders that change hands crosswise at once may wait for each other; PostgreSQL then lets one try again.
  const own = await lockAccountById(session, loaded.document.accountId)
  const again = await findDocument(session, orderId, readAt)
  return again && { account: own, loaded: again, to: { account, root } }
}

/** What is older than the store's books comes to them by nothing that merely happens to it. */
function isBeforeTheBooks({
  history: { placedOn },
  goLive = null,
  origin,
  context,
}: Pick<ReconcileDocumentInput, "history" | "goLive" | "origin" | "context">): boolean {
  return goLive !== null && placedOn < goLive && origin !== "backfill" && !isByPerson(context)
}

/** Whether a history has nothing to post, so that the ledger opens no document for it. */
export function isEmpty({ states }: Pick<DocumentHistory, "states">): boolean {
  return states.every(({ lines, money }) => (lines ?? []).length === 0 && money.length === 0)
}

/** Only a credit line asks what was paid before; every other posting can do without that read. */
function creditsAnOrder({ states }: DocumentHistory): boolean {
  return states.some(({ lines }) => (lines ?? []).some((desired) => desired.class === "credit_line"))
}

async function paidLinesOf(
  session: Session,
  documentId: bigint,
  items: readonly OpenItem[],
): Promise<PaidLine[]> {
  const charges = new Map(items.filter(isCharge).map((item) => [item.id, item]))
  const lineCredits = new Set(items.filter(isLineCredit).map((item) => item.id))
  const keys = new Map(items.map((item) => [item.id, item.key]))
  const rows = await session.run<AllocationRow>(loadAllocations, [documentId])
  return rows.map(allocationOf).flatMap(({ creditItemId, debitItemId, amount }) => {
    const lineKey = charges.get(debitItemId)?.lineKey
    if (!lineKey || lineCredits.has(creditItemId)) return []
    return [{ creditKey: keys.get(creditItemId) ?? "", lineKey, amount }]
  })
}

/**
 * What reversals of the order's payments reopened on other orders. It matters only when the host shows a
 * refund or no longer shows a payment, so every other read does without it.
 */
async function foreignReversals(
  session: Session,
  items: readonly OpenItem[],
  { states }: Pick<DocumentHistory, "states">,
): Promise<OpenItem[]> {
  const payments = items.filter(({ kind, side }) => kind === "payment" && side === "credit")
  const last = states.at(-1)
  const shown = new Set([...(last?.money ?? []).map(({ key }) => key), ...(last?.unsettled ?? [])])
  const inDoubt =
    (last?.money ?? []).some((desired) => desired.class === "refund") || items.some(standsForMoneyBack)
  if (payments.length === 0 || (!inDoubt && payments.every(({ key }) => shown.has(key)))) return []
  const own = new Set(items.map(({ id }) => id))
  const ids = payments.map(({ id }) => id.toString())
  return (await session.run<OpenItemRow>(loadReversals, [ids]))
    .map(openItemOf)
    .filter(({ id }) => !own.has(id))
}

/** A refund, or a credit that stands for what the host recorded of a reversal; either may have to be taken back. */
const standsForMoneyBack = (item: OpenItem): boolean => item.kind === "refund" || isRecordedReversal(item)

export function readOf({ states, ...history }: DocumentHistory): HostRead {
  const { readAt, readUntil = readAt, hostVersion, seen, problems, expected } = history
  return { readUntil, stateAt: states.at(-1)?.at ?? null, hostVersion, seen, problems, expected }
}
