import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { planPaymentsStep, type PlanPaymentsInput } from "../steps/plan-payments"

/**
 * Plans an order's payments in place of what is left of an earlier plan. A checkout may call it as a step
 * of its own right after the order was created: the order is read first. If a later step fails, the plan is
 * withdrawn.
 *
 * @summary Plan an order's payments.
 * @example
 * await planPaymentsWorkflow(container).run({
 *   input: {
 *     order_id: "order_123",
 *     instalments: [
 *       { due_on: "2026-02-01", amount: "50.00", items: [{ row: "line:ordli_1" }] },
 *       { due_on: "2026-03-01", amount: "50.00" },
 *     ],
 *   },
 * })
 */
export const planPaymentsWorkflow = createWorkflow(
  "reconciliation-plan-payments-workflow",
  (input: WorkflowData<PlanPaymentsInput>) => new WorkflowResponse(planPaymentsStep(input)),
)
