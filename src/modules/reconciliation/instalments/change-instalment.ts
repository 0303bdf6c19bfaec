import { ReconciliationError } from "../domain/errors"
import { leftOf } from "../domain/instalments/instalment"
import { findInstalment } from "./load-plan.sql"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import type { CodeSettings } from "../settings/options"
import type { InstalmentEvent } from "../ledger/tables/instalments"
import { lockOrder, type OrderPlace } from "../ledger/lock"
import { instalmentsOf, type PlannedInstalment } from "./plans"
import type { Request } from "../ledger/idempotency"

/** What may become of an instalment; a day is YYYY-MM-DD. */
export type InstalmentAction =
  | { readonly kind: "postpone"; readonly dueOn: string }
  | { readonly kind: "fail"; readonly note: string | null }
  | { readonly kind: "cancel" }

export interface ChangeInstalmentInput {
  readonly instalmentId: string
  readonly action: InstalmentAction
  /** Refuse when the order has moved on from this version. */
  readonly expectedVersion?: number | undefined
  readonly context: ChangeContext
  /** The same key twice changes it once. */
  readonly idempotencyKey?: string | undefined
}

export interface ChangedInstalment {
  readonly orderId: string
  /** False when the instalment already was so. */
  readonly changed: boolean
}

export function instalmentRequestOf(input: ChangeInstalmentInput): Request {
  const { instalmentId, action, expectedVersion, idempotencyKey: key } = input
  return {
    operation: `${action.kind}_instalment`,
    key,
    content: [instalmentId, { ...action }, expectedVersion],
  }
}

/**
 * Postpones, fails or cancels an instalment. What money has fulfilled of it stays; repeating it changes
 * nothing.
 *
 * @throws instalment_not_found | instalment_settled | instalment_cancelled | version_stale
 */
export async function changeInstalment(
  session: Session,
  { instalmentId, action, expectedVersion, context }: ChangeInstalmentInput,
  { codes, request }: { readonly codes: CodeSettings; readonly request: Request },
): Promise<ChangedInstalment> {
  return change<OrderPlace & { instalment: PlannedInstalment }, ChangedInstalment>(session, {
    context,
    codes,
    request,
    expectedVersion,
    lock: async () => lockInstalment(session, instalmentId),
    isDone: async ({ loaded: { document }, instalment }) =>
      isDone(instalment, action) ? { orderId: document.orderId, changed: false } : undefined,
    plan: async ({ loaded: { document }, instalment }) => {
      refuseClosed(instalment, document.orderId)
      const plan = { number: document.plan, instalments: [], events: [eventOf(instalment, action)] }
      return {
        change: { kind: "instalment", items: [], proposals: [], origin: "manual", plan },
        answer: () => ({ orderId: document.orderId, changed: true }),
      }
    },
  })
}

async function lockInstalment(
  session: Session,
  instalmentId: string,
): Promise<OrderPlace & { instalment: PlannedInstalment }> {
  const [found] = await session.run<{ order_id: string }>(findInstalment, [instalmentId])
  if (!found) throw instalmentNotFound(instalmentId)
  const place = await lockOrder(session, found.order_id)
  const { id } = place.loaded.document
  const instalments = (await instalmentsOf(session, [id])).get(id) ?? []
  const instalment = instalments.find((one) => one.id === BigInt(instalmentId))
  if (!instalment) throw instalmentNotFound(instalmentId)
  return { ...place, instalment }
}

function isDone(instalment: PlannedInstalment, action: InstalmentAction): boolean {
  if (action.kind === "cancel") return instalment.cancelled
  if (instalment.cancelled) return false
  if (action.kind === "fail") return instalment.failed
  return !instalment.failed && instalment.dueOn === action.dueOn
}

function eventOf({ id }: PlannedInstalment, action: InstalmentAction): InstalmentEvent {
  const event = { instalmentId: id, dueOn: null, note: null }
  switch (action.kind) {
    case "postpone":
      return { ...event, kind: "postponed", dueOn: action.dueOn }
    case "fail":
      return { ...event, kind: "failed", note: action.note }
    case "cancel":
      return { ...event, kind: "cancelled" }
  }
}

export function refuseClosed(instalment: PlannedInstalment, orderId: string): void {
  if (!instalment.cancelled && leftOf(instalment) > 0n) return
  const how = instalment.cancelled ? "cancelled" : "settled"
  throw new ReconciliationError({
    type: "conflict",
    code: `instalment_${how}`,
    message: `Instalment ${instalment.number} of plan ${instalment.plan} is ${how} and cannot be changed.`,
    ids: { instalment_id: instalment.id.toString(), order_id: orderId },
    remedy: "Read the order's plan again; make a new plan for what is still open.",
  })
}

export function instalmentNotFound(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "instalment_not_found",
    message: `There is no instalment ${id.slice(0, 40)}.`,
    ids: { instalment_id: id.slice(0, 40) },
    remedy: "List planned payments with GET /admin/reconciliation/instalments.",
  })
}
