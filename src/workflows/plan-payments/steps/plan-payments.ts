import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ReconciliationError } from "../../../modules/reconciliation/domain/errors"
import type { PaymentsByKey } from "../../../modules/reconciliation/domain/posting/document-state"
import type { PlanPaymentsBody } from "../../../types/http"
import { readHistories } from "../../host/read-orders"
import { syncWriteOffCredits } from "../../host/write-off-credits"
import { ledgerOf } from "../../ledger-of"

export interface PlanPaymentsInput extends PlanPaymentsBody {
  order_id: string
  /** The same key twice plans once. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  /** What set it off; kept in the journal. Default "workflow". */
  cause?: string | undefined
}

export interface PlannedPayments {
  order_id: string
  /** The number of the plan in force. */
  plan: number
  /** False when the order already had this very plan. */
  changed: boolean
}

/** What takes a plan back: nothing when it changed nothing. */
interface Undo extends PlannedPayments {
  readonly actor: NonNullable<PlanPaymentsInput["actor"]>
}

/**
 * Brings the ledger up to the order as it is, then plans its payments. Should a later step of the
 * caller's workflow fail, the plan is withdrawn: what is left of it is cancelled, what was paid stays.
 */
export const planPaymentsStep = createStep(
  "reconciliation-plan-payments",
  async ({ order_id: orderId, ...input }: PlanPaymentsInput, { container }) => {
    const actor = input.actor ?? { type: "system" as const, id: null }
    const context = { actor, cause: input.cause ?? "workflow", reason: input.reason }
    const payments = await bringUpToDate(container, orderId, context)
    const { plan, changed } = await ledgerOf(container).plans.plan({
      orderId,
      instalments: input.instalments.map(({ due_on: dueOn, ...instalment }) => ({ dueOn, ...instalment })),
      payments,
      context,
      expectedVersion: input.version,
      idempotencyKey: input.idempotency_key,
    })
    const planned = { order_id: orderId, plan, changed }
    return new StepResponse<PlannedPayments, Undo>(planned, { ...planned, actor })
  },
  async (undo, { container }) => {
    if (!undo?.changed) return
    const { order_id: orderId, plan, actor } = undo
    await ledgerOf(container).plans.cancel({ orderId, plan, context: { actor, cause: "compensation" } })
  },
)

/** An order that the ledger has not seen, or not as it is now, is read first. @throws order_not_found */
async function bringUpToDate(
  container: MedusaContainer,
  orderId: string,
  context: { actor: NonNullable<PlanPaymentsInput["actor"]>; cause: string },
): Promise<PaymentsByKey | null> {
  const [found] = await readHistories(container, [orderId])
  if (!found) throw orderNotFound(orderId)
  const { recheckAt, ...history } = found
  await syncWriteOffCredits(
    container,
    await ledgerOf(container).orders.reconcile(history, { context, recheckAt }),
  )
  return history.payments
}

export function orderNotFound(orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "order_not_found",
    message: `The host has no order ${orderId.slice(0, 60)}.`,
    ids: { order_id: orderId.slice(0, 60) },
    remedy: "Send the id of an order of this store (order_…), not its display number.",
  })
}
