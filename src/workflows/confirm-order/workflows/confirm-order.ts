import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { confirmOrderStep, type ConfirmOrderInput } from "../steps/confirm-order"

/**
 * Says that somebody has looked at what a back-fill inferred of an order. Nothing is moved.
 *
 * @summary Confirm what was inferred of an order.
 * @example
 * await confirmOrderWorkflow(container).run({ input: { order_id: "order_123" } })
 */
export const confirmOrderWorkflow = createWorkflow(
  "reconciliation-confirm-order-workflow",
  (input: WorkflowData<ConfirmOrderInput>) => new WorkflowResponse(confirmOrderStep(input)),
)
