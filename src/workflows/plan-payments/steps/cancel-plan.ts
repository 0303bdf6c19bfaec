import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ledgerOf } from "../../ledger-of"
import type { PlannedPayments } from "./plan-payments"

export interface CancelPlanInput {
  order_id: string
  /** Refuse when the order has moved on from this version. */
  version?: number | undefined
  /** The same key twice does it once. */
  idempotency_key?: string | undefined
  actor?: { type: "system" | "user" | "api-key"; id: string | null } | undefined
  cause?: string | undefined
}

/** Cancels what is left of an order's plan, in one transaction; when nothing is left, nothing changes. */
export const cancelPlanStep = createStep(
  "reconciliation-cancel-plan",
  async (
    { order_id: orderId, version, idempotency_key: idempotencyKey, actor, cause }: CancelPlanInput,
    { container },
  ) => {
    const { plan, changed } = await ledgerOf(container).plans.cancel({
      orderId,
      expectedVersion: version,
      idempotencyKey,
      context: { actor: actor ?? { type: "system", id: null }, cause: cause ?? "workflow" },
    })
    return new StepResponse<PlannedPayments>({ order_id: orderId, plan, changed })
  },
)
