import { STRATEGIES } from "../domain/allocate/strategies"
import type { StrategyName } from "../domain/allocate/strategy"
import type { DocumentHistory } from "../domain/document-state"
import { ReconciliationError } from "../domain/errors"
import { isCharge, isLineCredit, type OpenItem } from "../domain/open-item"
import { replay, type ReplayResult } from "../domain/replay"
import type { PaidLine } from "../domain/working-ledger"
import { loadAllocations } from "../sql/load-document"
import { findLastChange } from "../sql/read-journal"
import { markRead } from "../sql/write-change"
import { readColumns, type ChangeContext, type HostRead } from "./change"
import type { Session, TransactionSession } from "./database"
import { changedBy, type LastChange } from "./stale"
import {
  createDocument,
  findDocument,
  lockAccountById,
  lockAndLoad,
  write,
  type LoadedDocument,
  type WrittenChange,
} from "./ledger"
import type { CodeSettings } from "./options"
import { instalmentsOf } from "./plans"
import { allocationOf, type Account, type AllocationRow } from "./rows"
import { isByPerson, waitingAmong } from "./waiting"

export interface ReconcileDocumentInput {
  readonly history: DocumentHistory
  readonly strategy: StrategyName
  readonly context: ChangeContext
  readonly codes: CodeSettings
  /** The version the caller has seen; when the ledger has moved on, nothing is done. */
  readonly expectedVersion?: number | undefined
  /** When the sweep must read the order again whatever the host's marks say. */
  readonly recheckAt?: string | null | undefined
}

export interface DocumentOutcome {
  readonly account: Account
  readonly loaded: LoadedDocument
  readonly result: ReplayResult
  /** Absent when there was nothing to add. */
  readonly written?: WrittenChange | undefined
}

/**
 * Brings one order's part of the ledger up to what the host shows: lock, load, replay, check, write.
 * Returns undefined when a later read was applied before, or the order has nothing to post yet.
 */
export async function reconcileDocument(
  session: TransactionSession,
  input: ReconcileDocumentInput,
): Promise<DocumentOutcome | undefined> {
  const located = await locate(session, input)
  if (!located) return undefined
  const { account, loaded } = located
  if (input.expectedVersion !== undefined) await refuseStale(session, loaded, input.expectedVersion)
  if (loaded.document.superseded) return undefined
  const waiting = isByPerson(input.context) ? undefined : await waitingAmong(session, loaded.items)
  const result = await replayDocument(session, loaded, { ...input, waiting })
  const changed = result.items.length > 0 || result.proposals.length > 0
  const read = readOf(input.history)
  const written = changed
    ? await write(session, {
        account,
        document: loaded.document,
        kind: "ingest",
        context: input.context,
        items: result.items,
        proposals: result.proposals,
        origin: "auto",
        codes: input.codes,
        read,
      })
    : undefined
  if (!changed || input.recheckAt) await noteRead(session, loaded.document.id, { read, ...input })
  return { account, loaded, result, written }
}

/**
 * A change carries its read with it, but not that the read left something in doubt. A doubt is lifted by
 * any read after its moment, so what a change leaves of an older one costs one read more at the most.
 */
async function noteRead(
  session: Session,
  documentId: bigint,
  { read, recheckAt = null }: { read: HostRead; recheckAt?: string | null | undefined },
): Promise<void> {
  await session.run(markRead, [documentId, ...readColumns(read), recheckAt])
}

interface ReplayDocument extends Pick<ReconcileDocumentInput, "history" | "strategy"> {
  /** Credits to leave alone, because a person set them free. */
  readonly waiting?: ReadonlySet<bigint> | undefined
}

/** Plans an order on the ledger as it stands and writes nothing. */
export async function replayDocument(
  session: Session,
  { document, items }: LoadedDocument,
  { history, strategy, waiting }: ReplayDocument,
): Promise<ReplayResult> {
  return replay({
    documentId: document.id,
    orderId: document.orderId,
    placedAt: document.placedAt,
    placedOn: document.placedOn,
    hostVersion: document.hostVersion,
    stateAt: document.stateAt,
    items,
    paidLines: creditsAnOrder(history) ? await paidLinesOf(session, document.id, items) : [],
    states: history.states,
    payments: history.payments,
    instalments:
      document.plan > 0 ? ((await instalmentsOf(session, [document.id])).get(document.id) ?? []) : [],
    strategy: STRATEGIES[strategy],
    ...(waiting && { waiting }),
  })
}

async function locate(
  session: TransactionSession,
  { history, codes }: Pick<ReconcileDocumentInput, "history" | "codes">,
): Promise<{ account: Account; loaded: LoadedDocument } | undefined> {
  const { ownerType, ownerId, currencyCode, digits, orderId, readAt } = history
  const owner = { type: ownerType, id: ownerId, currencyCode, digits, firstRank: codes.firstRank }
  const { account, loaded } = await lockAndLoad(session, owner, { orderId, readAt })
  if (!loaded) {
    if (isEmpty(history)) return undefined
    return { account, loaded: await createDocument(session, account, history) }
  }
  // An order given to another customer keeps its account; what moves is decided by a transfer.
  if (loaded.document.accountId === account.id) return { account, loaded }
  const own = await lockAccountById(session, loaded.document.accountId)
  const again = await findDocument(session, orderId, readAt)
  return again && { account: own, loaded: again }
}

function isEmpty({ states }: DocumentHistory): boolean {
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
  const rows = await session.run<AllocationRow>(loadAllocations, [documentId])
  return rows.map(allocationOf).flatMap(({ creditItemId, debitItemId, amount }) => {
    const lineKey = charges.get(debitItemId)?.lineKey
    return lineKey && !lineCredits.has(creditItemId) ? [{ lineKey, amount }] : []
  })
}

function readOf({ states, ...history }: DocumentHistory): HostRead {
  const { readAt, hostVersion, seen, problems, expected } = history
  return { readAt, stateAt: states.at(-1)?.at ?? null, hostVersion, seen, problems, expected }
}

async function refuseStale(session: Session, { document }: LoadedDocument, expected: number): Promise<void> {
  if (document.version === expected) return
  const [last] = await session.run<LastChange>(findLastChange, [document.id])
  throw new ReconciliationError({
    type: "conflict",
    code: "version_stale",
    message: `The order is at version ${document.version}, not ${expected}${changedBy(last)}.`,
    ids: { order_id: document.orderId, version: document.version.toString() },
    remedy: "Read the order again, look at what changed, and send the new version.",
  })
}
