import type { MedusaContainer } from "@medusajs/framework/types"
import type { PlanPreview } from "../../types/http"
import { readHistories } from "../host/read-orders"
import { ledgerOf } from "../ledger-of"
import type { CancelPlanInput } from "./steps/cancel-plan"
import { orderNotFound, type PlanPaymentsInput } from "./steps/plan-payments"

/** What planPaymentsWorkflow would do now. @throws order_not_found, and what PaymentPlans.plan throws */
export async function previewPlan(
  container: MedusaContainer,
  { order_id: orderId, ...input }: Omit<PlanPaymentsInput, "idempotency_key">,
): Promise<PlanPreview> {
  const [history] = await readHistories(container, [orderId])
  if (!history) throw orderNotFound(orderId)
  const { actor = { type: "system" as const, id: null }, cause = "workflow", reason } = input
  return ledgerOf(container).previews.plan(history, {
    orderId,
    instalments: input.instalments.map(({ due_on: dueOn, ...instalment }) => ({ dueOn, ...instalment })),
    payments: history.payments,
    context: { actor, cause, reason },
    expectedVersion: input.version,
  })
}

/** What cancelPlanWorkflow would do now. @throws order_not_read | version_stale */
export async function previewCancelledPlan(
  container: MedusaContainer,
  { order_id: orderId, version, actor, cause }: Omit<CancelPlanInput, "idempotency_key">,
): Promise<PlanPreview> {
  return ledgerOf(container).previews.cancelPlan({
    orderId,
    expectedVersion: version,
    context: { actor: actor ?? { type: "system", id: null }, cause: cause ?? "workflow" },
  })
}
