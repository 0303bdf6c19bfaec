import type { Candidate } from "../domain/allocation/strategy"
import type { PaymentsByKey } from "../domain/posting/document-state"
import { ReconciliationError } from "../domain/errors"
import { leftOf } from "../domain/instalments/instalment"
import { positiveMinorUnitsOf } from "../domain/money"
import { signedAmount } from "../domain/open-item"
import { instalmentsToBe, termsOf, type AskedInstalment } from "../domain/instalments/payment-plan"
import { isReopened } from "../domain/key"
import { openLines, paidLines, recount, type OrderLedger } from "../domain/instalments/recount"
import { loadAllocations } from "../ledger/load-document.sql"
import { findUntouchedPlan } from "./load-plan.sql"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change, type DraftedChange } from "../ledger/envelope"
import type { LoadedDocument } from "../ledger/documents"
import type { CodeSettings } from "../settings/options"
import type { InstalmentEvent } from "../ledger/tables/instalments"
import { instalmentsOf, type PlannedInstalment } from "./plans"
import { lockOrder, type OrderPlace } from "../ledger/lock"
import { hashOf, type Request, type Told } from "../ledger/idempotency"
import { allocationOf, type AllocationRow } from "../ledger/rows"
import type { StrategyOfChannel } from "../settings/strategies"
import { isByPerson, waitingAmong } from "../items/waiting"

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
  /** Refuse when the order has moved on from this version. */
  readonly expectedVersion?: number | undefined
  /** The same key twice plans once. */
  readonly idempotencyKey?: string | undefined
}

export interface PlanPaymentsInput extends PlanInput {
  readonly instalments: readonly InstalmentInput[]
  /** The payment of each capture, by its key, so that a reference may name a payment. */
  readonly payments?: PaymentsByKey | null | undefined
}

interface Planning {
  readonly codes: CodeSettings
  /** The day it is done. */
  readonly today: string
  readonly request: Request
}

export interface PlanOutcome {
  /** The number of the plan in force; 0 when the order never had one. */
  readonly plan: number
  /** False when the ledger already held it. */
  readonly changed: boolean
}

/** What is asked for, as its key names it. */
export function planRequestOf(input: PlanPaymentsInput): Request {
  const { orderId, instalments, expectedVersion, context } = input
  const content = [orderId, contentOf(instalments), expectedVersion, context.reason]
  return { operation: "plan_payments", key: input.idempotencyKey, content }
}

/**
 * Plans an order's payments in place of what is left of an earlier plan.
 *
 * @throws order_not_read | order_cancelled | version_stale | and what termsOf throws
 */
export async function planPayments(
  session: Session,
  input: PlanPaymentsInput,
  { strategyOf, codes, today, request }: Planning & { readonly strategyOf: StrategyOfChannel },
): Promise<PlanOutcome> {
  const { orderId, context, expectedVersion } = input
  // The same plan while nothing has become of it is one request sent twice, whatever its key.
  const requestHash = hashOf({ operation: "plan", content: [orderId, contentOf(input.instalments)] })
  return change<OrderPlace, PlanOutcome>(session, {
    context,
    codes,
    request,
    expectedVersion,
    lock: async () => lockOrder(session, orderId),
    isDone: async ({ loaded: { document } }) => {
      const [inForce] = await session.run<{ request_hash: string | null }>(findUntouchedPlan, [
        document.id,
        document.plan,
      ])
      return inForce?.request_hash === requestHash ? { plan: document.plan, changed: false } : undefined
    },
    plan: async (place) => {
      refuseCancelled(place.loaded)
      const plan = place.loaded.document.plan + 1
      const drafted = await planned(session, place, { ...input, strategyOf, today })
      return {
        change: { ...drafted, requestHash },
        answer: () => ({ plan, changed: true }),
      }
    },
  })
}

/** The new plan's instalments, what they take over of what was paid, and what becomes of those before them. */
async function planned(
  session: Session,
  { account, loaded }: OrderPlace,
  input: PlanPaymentsInput & { readonly strategyOf: StrategyOfChannel; readonly today: string },
): Promise<DraftedChange> {
  const { document, items } = loaded
  const waiting = isByPerson(input.context) ? undefined : await waitingAmong(session, items)
  const ledger = { ...document, items, allocations: await allocationsOf(session, document), waiting }
  const terms = termsOf(askedOf(input, account.digits), {
    orderId: document.orderId,
    digits: account.digits,
    open: openLines(items),
    paid: paidLines(ledger),
  })
  const { releases, proposals } = recount({
    ...ledger,
    instalments: instalmentsToBe(terms.payments),
    countsPaid: terms.countsPaid,
    strategy: input.strategyOf(document.salesChannelId).allocate,
    namesOf: namesIn(input.payments),
    on: input.today,
  })
  const events = cancelling(await standingInstalments(session, loaded))
  return {
    kind: "plan",
    items: [],
    releases,
    proposals,
    origin: "auto",
    plan: { number: document.plan + 1, instalments: terms.payments, events },
  }
}

export interface CancelPlanInput extends PlanInput {
  /** Only this plan: another one that has taken its place stays. */
  readonly plan?: number | undefined
}

export function cancelRequestOf(input: CancelPlanInput): Request {
  const { orderId, plan, expectedVersion } = input
  return { operation: "cancel_plan", key: input.idempotencyKey, content: [orderId, plan, expectedVersion] }
}

/** Cancels what is left of an order's plan; what was paid stays. Repeating it changes nothing. */
export async function cancelPlan(
  session: Session,
  { orderId, plan: only, context, expectedVersion }: CancelPlanInput,
  { codes, request }: Omit<Planning, "today">,
): Promise<PlanOutcome> {
  return change(session, {
    context,
    codes,
    request,
    expectedVersion,
    lock: async () => lockOrder(session, orderId),
    plan: async ({ loaded }) => {
      const { plan } = loaded.document
      const other = only !== undefined && only !== plan
      const standing = other ? [] : await standingInstalments(session, loaded)
      const cancelled = { number: plan, instalments: [], events: cancelling(standing) }
      return {
        change:
          standing.length === 0
            ? null
            : { kind: "plan", items: [], proposals: [], origin: "auto", plan: cancelled },
        answer: (written) => ({ plan, changed: written !== null }),
      }
    },
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

function contentOf(instalments: readonly InstalmentInput[]): Told {
  return instalments.map(({ dueOn, amount, method, reference, items }) => [
    dueOn,
    amount,
    method ?? null,
    reference ?? null,
    (items ?? []).map((item) => [item.row, item.amount ?? null]),
  ])
}

function askedOf({ instalments }: Pick<PlanPaymentsInput, "instalments">, digits: number): AskedInstalment[] {
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
