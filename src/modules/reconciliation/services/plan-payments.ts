import { createHash } from "node:crypto"
import type { Candidate } from "../domain/allocate/strategy"
import type { PaymentsByKey } from "../domain/document-state"
import { ReconciliationError } from "../domain/errors"
import { leftOf } from "../domain/instalment"
import { positiveMinorUnitsOf } from "../domain/money"
import { signedAmount } from "../domain/open-item"
import { instalmentsToBe, termsOf, type AskedInstalment } from "../domain/payment-plan"
import { isReopened } from "../domain/transfer"
import { openLines, paidLines, recount, type OrderLedger } from "../domain/recount"
import { findChangeByKey } from "../sql/load-account"
import { loadAllocations } from "../sql/load-document"
import { findUntouchedPlan } from "../sql/load-plan"
import type { ChangeContext } from "./change"
import type { Session } from "./database"
import { findDocument, lockAccountById, write, type LoadedDocument } from "./ledger"
import type { CodeSettings } from "./options"
import type { InstalmentEvent } from "../sql/tables/instalments"
import { instalmentsOf, type PlannedInstalment } from "./plans"
import { refuseStale } from "./reconcile-document"
import { allocationOf, type Account, type AllocationRow } from "./rows"
import type { StrategyOfChannel } from "./strategies"
import { isByPerson, waitingAmong } from "./waiting"

/** A planned payment as a caller states it: amounts are decimal strings. */
export interface InstalmentInput {
  /** YYYY-MM-DD. */
  readonly dueOn: string
  readonly amount: string
  readonly method?: string | null | undefined
  /** Money that carries it fulfils this instalment: a payment, payment collection or capture of the host. */
  readonly reference?: string | null | undefined
  /** Rows it is meant for; without an amount a row takes what the instalment has left for it. */
  readonly items?: readonly { readonly row: string; readonly amount?: string | undefined }[] | undefined
}

interface PlanInput {
  readonly orderId: string
  readonly context: ChangeContext
  readonly codes: CodeSettings
  /** Refuse when the order has moved on from this version. */
  readonly expectedVersion?: number | undefined
  /** The day it is done. */
  readonly today: string
}

export interface PlanPaymentsInput extends PlanInput {
  readonly instalments: readonly InstalmentInput[]
  readonly idempotencyKey?: string | undefined
  /** The payment of each capture, by its key, so that a reference may name a payment. */
  readonly payments?: PaymentsByKey | null | undefined
  readonly strategyOf: StrategyOfChannel
}

export interface PlanOutcome {
  /** The number of the plan in force; 0 when the order never had one. */
  readonly plan: number
  /** False when the ledger already held it. */
  readonly changed: boolean
}

/**
 * Plans an order's payments in place of what is left of an earlier plan: lock, load, plan, check, write.
 *
 * @throws order_not_read | order_cancelled | version_stale | idempotency_key_reused | and what termsOf throws
 */
export async function planPayments(session: Session, input: PlanPaymentsInput): Promise<PlanOutcome> {
  const { account, loaded } = await lockOrder(session, input.orderId)
  const { document, items } = loaded
  const requestHash = hashOf(input)
  if (await wasDone(session, loaded, { ...input, requestHash })) {
    return { plan: document.plan, changed: false }
  }
  if (input.expectedVersion !== undefined) await refuseStale(session, loaded, input.expectedVersion)
  refuseCancelled(loaded)
  const waiting = isByPerson(input.context) ? undefined : await waitingAmong(session, items)
  const ledger = { ...document, items, allocations: await allocationsOf(session, document), waiting }
  const terms = termsOf(askedOf(input, account.digits), {
    orderId: document.orderId,
    digits: account.digits,
    open: openLines(items),
    paid: paidLines(ledger),
  })
  const earlier = await standingInstalments(session, loaded)
  const { releases, proposals } = recount({
    ...ledger,
    instalments: instalmentsToBe(terms.payments),
    countsPaid: terms.countsPaid,
    strategy: input.strategyOf(document.salesChannelId).allocate,
    namesOf: namesIn(input.payments),
    on: input.today,
  })
  const plan = document.plan + 1
  await write(session, {
    account,
    document,
    kind: "plan",
    context: input.context,
    idempotency: { key: input.idempotencyKey ?? null, requestHash },
    items: [],
    releases,
    proposals,
    origin: "auto",
    codes: input.codes,
    plan: { number: plan, instalments: terms.payments, events: cancelling(earlier) },
  })
  return { plan, changed: true }
}

export interface CancelPlanInput extends PlanInput {
  /** Only this plan: another one that has taken its place stays. */
  readonly plan?: number | undefined
}

/** Cancels what is left of an order's plan; what was paid stays. Repeating it changes nothing. */
export async function cancelPlan(session: Session, input: CancelPlanInput): Promise<PlanOutcome> {
  const { account, loaded } = await lockOrder(session, input.orderId)
  const { document } = loaded
  if (input.expectedVersion !== undefined) await refuseStale(session, loaded, input.expectedVersion)
  const other = input.plan !== undefined && input.plan !== document.plan
  const standing = other ? [] : await standingInstalments(session, loaded)
  if (standing.length === 0) return { plan: document.plan, changed: false }
  await write(session, {
    account,
    document,
    kind: "plan",
    context: input.context,
    items: [],
    proposals: [],
    origin: "auto",
    codes: input.codes,
    plan: { number: document.plan, instalments: [], events: cancelling(standing) },
  })
  return { plan: document.plan, changed: true }
}

/** Locks the account that an order stands in, and reads the order as it is then. @throws order_not_read */
export async function lockOrder(
  session: Session,
  orderId: string,
): Promise<{ account: Account; loaded: LoadedDocument }> {
  const seen = await findDocument(session, orderId)
  if (!seen) throw orderNotRead(orderId)
  const account = await lockAccountById(session, seen.document.accountId)
  const loaded = await findDocument(session, orderId)
  if (!loaded) throw orderNotRead(orderId)
  if (loaded.document.accountId === account.id) return { account, loaded }
  // The order moved to another account while we waited for the lock of this one.
  return lockOrder(session, orderId)
}

export function orderNotRead(orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "order_not_read",
    message: `The ledger has not read order ${orderId.slice(0, 60)}.`,
    ids: { order_id: orderId.slice(0, 60) },
    remedy: "Reconcile the order first, or check its id.",
  })
}

function refuseCancelled({ document, items }: LoadedDocument): void {
  const cancelled = items
    .filter((item) => item.kind === "cancellation" && !isReopened(item))
    .reduce((sum, item) => sum + signedAmount(item), 0n)
  if (cancelled === 0n) return
  throw new ReconciliationError({
    type: "conflict",
    code: "order_cancelled",
    message: `Order ${document.displayId} was cancelled; nothing more is to be paid.`,
    ids: { order_id: document.orderId },
    remedy: "Plan payments of an order that stands.",
  })
}

/** The same key, or the same plan while nothing has become of it, is one request sent twice. */
async function wasDone(
  session: Session,
  { document }: LoadedDocument,
  { idempotencyKey, requestHash }: { idempotencyKey?: string | undefined; requestHash: string },
): Promise<boolean> {
  if (idempotencyKey !== undefined) {
    const [earlier] = await session.run<{ request_hash: string | null }>(findChangeByKey, [idempotencyKey])
    if (earlier && earlier.request_hash !== requestHash) throw keyReused(idempotencyKey)
    if (earlier) return true
  }
  const [inForce] = await session.run<{ request_hash: string | null }>(findUntouchedPlan, [
    document.id,
    document.plan,
  ])
  return inForce?.request_hash === requestHash
}

function keyReused(key: string): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "idempotency_key_reused",
    message: `The key ${key} was used for something else before.`,
    ids: { idempotency_key: key },
    remedy: "Send a new Idempotency-Key for a new plan, or the same content for the same plan.",
  })
}

function hashOf({ orderId, instalments }: PlanPaymentsInput): string {
  const content = instalments.map(({ dueOn, amount, method, reference, items }) => [
    dueOn,
    amount,
    method ?? null,
    reference ?? null,
    (items ?? []).map((item) => [item.row, item.amount ?? null]),
  ])
  return createHash("sha256")
    .update(JSON.stringify([orderId, content]))
    .digest("hex")
}

function askedOf({ instalments }: PlanPaymentsInput, digits: number): AskedInstalment[] {
  return instalments.map(({ dueOn, amount, method = null, reference = null, items = [] }, place) => ({
    dueOn,
    amount: positiveMinorUnitsOf(amount, digits, `instalments.${place}.amount`),
    method,
    reference,
    items: items.map((item, index) => ({
      lineKey: item.row,
      amount:
        item.amount === undefined
          ? null
          : positiveMinorUnitsOf(item.amount, digits, `instalments.${place}.items.${index}.amount`),
    })),
  }))
}

/** What was paid before the order came to its account is history there: no plan can put it again. */
async function allocationsOf(
  session: Session,
  { id, accountId }: LoadedDocument["document"],
): Promise<OrderLedger["allocations"]> {
  const rows = await session.run<AllocationRow & { account_id: string }>(loadAllocations, [id])
  return rows.filter((row) => BigInt(row.account_id) === accountId).map(allocationOf)
}

/** Instalments that still have something to bring, by their own terms. */
async function standingInstalments(
  session: Session,
  { document }: LoadedDocument,
): Promise<PlannedInstalment[]> {
  if (document.plan === 0) return []
  const all = (await instalmentsOf(session, [document.id])).get(document.id) ?? []
  return all.filter((instalment) => leftOf(instalment) > 0n)
}

function cancelling(instalments: readonly PlannedInstalment[]): InstalmentEvent[] {
  return instalments.map(({ id }) => ({ instalmentId: id, kind: "cancelled", dueOn: null, note: null }))
}

/** Other names under which a plan may know a capture: its payment and its payment collection. */
function namesIn(payments: PaymentsByKey | null | undefined): (credit: Candidate) => readonly string[] {
  return ({ item }) => {
    const payment = payments?.get(item.key)
    return payment ? [payment.paymentId, payment.collectionId] : []
  }
}
