import { createHash } from "node:crypto"
import { candidateOf } from "../domain/allocate/candidate"
import type { Candidate } from "../domain/allocate/strategy"
import { planEdit, type EditPlan, type WantedCell } from "../domain/edit"
import { refuse } from "../domain/edit-refusals"
import { ReconciliationError } from "../domain/errors"
import { decimalOf, minorUnitsOf } from "../domain/money"
import type { Allocation } from "../domain/open-item"
import type { PlansInWork } from "../domain/plan-instalments"
import { findChangeByKey } from "../sql/load-account"
import { findAccountOfOrder, loadItemsOfAccount, loadPairs, readChangesSince } from "../sql/load-edit"
import type { ChangeContext } from "./change"
import type { Session } from "./database"
import { accountNotFound, findDocument, lockAccountById, write } from "./ledger"
import type { CodeSettings } from "./options"
import { plansInWork } from "./plans"
import { allocationOf, openItemOf, type Account, type AllocationRow, type Document } from "./rows"
import type { OpenItemRow } from "./rows"
import { changedBy, differenceOf, type ChangeSince } from "./stale"

/** One cell as a person wants it; a cell that is not named stays. */
export interface EditCell {
  readonly creditItemId: string
  readonly debitItemId: string
  /** All of the credit that shall be on the debit: a decimal string, zero or above. */
  readonly amount: string
}

/** An edit by hand: of an order, whose cells must each touch it, or of an account, any two of whose items may meet. */
export type EditAllocations = ({ readonly orderId: string } | { readonly accountId: string }) & {
  /** The version of the order, or of the account, that the person has seen. */
  readonly expectedVersion: number
  /** What these cells shall hold; cells that are not named stay. */
  readonly cells: readonly EditCell[]
  readonly context: ChangeContext
  /** The same key twice edits once. */
  readonly idempotencyKey?: string | undefined
}

type EditInput = EditAllocations & {
  /** The day of the edit in the accounting time zone. */
  readonly on: string
  readonly codes: CodeSettings
}

/** What an edit did; amounts are decimal strings. */
export interface EditView {
  /** The version of the order, or of the account, after the edit. */
  readonly version: number
  /** False when every cell was as wanted, or the key had done this edit before. */
  readonly changed: boolean
  readonly released: readonly (EditCell & { readonly allocationId: string })[]
  readonly allocated: readonly EditCell[]
}

/**
 * Changes what is allocated to what, by hand: lock, load, plan, check, write.
 *
 * @throws account_not_found | order_not_found | version_stale | idempotency_key_reused | cell_not_of_order, and
 *   what planEdit throws
 */
export async function editAllocations(session: Session, input: EditInput): Promise<EditView> {
  const { account, document } = await lock(session, input)
  const version = document?.version ?? account.version
  const requestHash = hashOf(input)
  if (await wasDone(session, input.idempotencyKey, requestHash)) {
    return viewOf(NOTHING, version, account)
  }
  const cells = input.cells.map((cell, place) => wantedOf(cell, { digits: account.digits, place }))
  if (version !== input.expectedVersion)
    throw await stale(session, { account, document, expected: input.expectedVersion, cells })
  const { candidates, movedAway, plans } = await loadCandidates(session, account.id, cells)
  if (document) refuseOtherOrders(document, cells, candidates)
  const live = await loadLive(session, cells)
  const plan = planEdit({ candidates, live, cells, on: input.on, movedAway, plans })
  if (plan.releases.length + plan.proposals.length === 0) return viewOf(plan, version, account)
  const { accountVersion } = await write(session, {
    account,
    document,
    kind: "edit",
    context: input.context,
    idempotency: input.idempotencyKey === undefined ? undefined : { key: input.idempotencyKey, requestHash },
    items: [],
    releases: plan.releases,
    proposals: plan.proposals,
    on: input.on,
    origin: "manual",
    codes: input.codes,
  })
  return viewOf(plan, document ? version + 1 : accountVersion, account)
}

function viewOf({ releases, proposals }: EditPlan, version: number, { digits }: Account): EditView {
  return {
    version,
    changed: releases.length + proposals.length > 0,
    released: releases.map(({ allocation }) => ({
      allocationId: allocation.id.toString(),
      creditItemId: allocation.creditItemId.toString(),
      debitItemId: allocation.debitItemId.toString(),
      amount: decimalOf(allocation.amount, digits),
    })),
    allocated: proposals.map(({ credit, debit, amount }) => ({
      creditItemId: credit.id.toString(),
      debitItemId: debit.id.toString(),
      amount: decimalOf(amount, digits),
    })),
  }
}

const NOTHING: EditPlan = { releases: [], proposals: [], items: [] }

async function lock(
  session: Session,
  scope: EditInput,
): Promise<{ account: Account; document?: Document | undefined }> {
  if ("accountId" in scope) return { account: await lockAccountById(session, idOf(scope.accountId)) }
  const [row] = await session.run<{ account_id: string }>(findAccountOfOrder, [scope.orderId])
  if (!row) throw orderNotFound(scope.orderId)
  const account = await lockAccountById(session, BigInt(row.account_id))
  const loaded = await findDocument(session, scope.orderId)
  // Between finding and locking, the order may have moved to another account.
  if (loaded?.document.accountId !== account.id) throw orderNotFound(scope.orderId)
  return { account, document: loaded.document }
}

function orderNotFound(orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "order_not_found",
    message: `The ledger holds no order ${orderId}.`,
    ids: { order_id: orderId },
    remedy: "Reconcile the order once, then read it again.",
  })
}

function wantedOf(
  { creditItemId, debitItemId, amount }: EditCell,
  { digits, place }: { readonly digits: number; readonly place: number },
): WantedCell {
  return {
    creditItemId: itemIdOf(creditItemId),
    debitItemId: itemIdOf(debitItemId),
    amount: minorUnitsOf(amount, digits, `cells.${place}.amount`),
  }
}

function itemIdOf(text: string): bigint {
  if (ID.test(text)) return BigInt(text)
  throw refuse.unknownItem(text.slice(0, 20))
}

function idOf(text: string): bigint {
  if (ID.test(text)) return BigInt(text)
  throw accountNotFound(text.slice(0, 20))
}

const ID = /^[1-9]\d{0,17}$/

async function loadCandidates(
  session: Session,
  accountId: bigint,
  cells: readonly WantedCell[],
): Promise<{ candidates: Candidate[]; movedAway: ReadonlySet<bigint>; plans: PlansInWork }> {
  const ids = new Set(cells.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
  const rows = await session.run<
    OpenItemRow & {
      order_id: string | null
      placed_at: string | null
      placed_on: string | null
      moved_away: boolean
      plan: number | null
    }
  >(loadItemsOfAccount, [accountId, [...ids]])
  const candidates = rows.map((row) => {
    const item = openItemOf(row)
    return candidateOf(item, {
      placedAt: row.placed_at ?? item.occurredAt,
      placedOn: row.placed_on ?? item.occurredOn,
      orderId: row.order_id,
    })
  })
  const movedAway = new Set(rows.flatMap((row) => (row.moved_away ? [BigInt(row.id)] : [])))
  return { candidates, movedAway, plans: await plansInWork(session, rows) }
}

async function loadLive(session: Session, cells: readonly WantedCell[]): Promise<Allocation[]> {
  const rows = await session.run<AllocationRow>(loadPairs, [
    cells.map(({ creditItemId }) => creditItemId),
    cells.map(({ debitItemId }) => debitItemId),
  ])
  return rows.map(allocationOf)
}

function refuseOtherOrders(
  { id, orderId }: Document,
  cells: readonly WantedCell[],
  candidates: readonly Candidate[],
): void {
  const own = new Set(candidates.filter(({ item }) => item.documentId === id).map(({ item }) => item.id))
  const foreign = cells.find((cell) => !own.has(cell.creditItemId) && !own.has(cell.debitItemId))
  if (!foreign) return
  const known = new Set(candidates.map(({ item }) => item.id))
  for (const item of [foreign.creditItemId, foreign.debitItemId])
    if (!known.has(item)) throw refuse.unknownItem(item)
  throw new ReconciliationError({
    type: "invalid_data",
    code: "cell_not_of_order",
    message: `Neither item of a cell belongs to order ${orderId}.`,
    ids: {
      order_id: orderId,
      credit_item_id: foreign.creditItemId.toString(),
      debit_item_id: foreign.debitItemId.toString(),
    },
    remedy: "Edit that cell on its own order, or on the account.",
  })
}

interface Stale {
  readonly account: Account
  readonly document: Document | undefined
  readonly expected: number
  readonly cells: readonly WantedCell[]
}

/** Says who changed what since the version that the person has seen. */
async function stale(
  session: Session,
  { account, document, expected, cells }: Stale,
): Promise<ReconciliationError> {
  const version = document?.version ?? account.version
  const changes = await session.run<ChangeSince>(readChangesSince, [
    account.id,
    document?.id ?? null,
    cells.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]),
    Math.min(Math.max(version - expected, 1), MOST_CHANGES),
  ])
  const difference = differenceOf(changes, account.digits)
  const since = difference.length > 0 ? ` Since then: ${difference.join(", ")}.` : ""
  return new ReconciliationError({
    type: "conflict",
    code: "version_stale",
    message: `The ${document ? "order" : "account"} is at version ${version}, not ${expected}${changedBy(changes[0])}.${since}`,
    ids: {
      ...(document ? { order_id: document.orderId } : { account_id: account.id.toString() }),
      version: version.toString(),
      ...(difference.length > 0 && { changed: difference.join(", ") }),
    },
    remedy: "Read it again, look at what changed, and send the edit with the new version.",
  })
}

/** Older changes than these a person reads in the journal. */
const MOST_CHANGES = 100

async function wasDone(session: Session, key: string | undefined, requestHash: string): Promise<boolean> {
  if (key === undefined) return false
  const [earlier] = await session.run<{ request_hash: string }>(findChangeByKey, [key])
  if (!earlier) return false
  if (earlier.request_hash === requestHash) return true
  throw new ReconciliationError({
    type: "conflict",
    code: "idempotency_key_reused",
    message: `The key ${key} has made another change before.`,
    ids: { idempotency_key: key },
    remedy: "Send a new Idempotency-Key for a new edit, or the same content for the same edit.",
  })
}

function hashOf(input: EditInput): string {
  const place = "orderId" in input ? input.orderId : input.accountId
  const cells = input.cells.map(({ creditItemId, debitItemId, amount }) => [
    creditItemId,
    debitItemId,
    amount,
  ])
  const content = [place, input.expectedVersion, cells]
  return createHash("sha256").update(JSON.stringify(content)).digest("hex")
}
