import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { cancelPlanStep, type CancelPlanInput } from "../steps/cancel-plan"

/**
 * Cancels what is left of an order's planned payments; what was paid stays.
 *
 * @summary Cancel an order's plan of payments.
 * @example
 * await cancelPlanWorkflow(container).run({ input: { order_id: "order_123" } })
 */
export const cancelPlanWorkflow = createWorkflow(
  "reconciliation-cancel-plan-workflow",
  (input: WorkflowData<CancelPlanInput>) => new WorkflowResponse(cancelPlanStep(input)),
)
