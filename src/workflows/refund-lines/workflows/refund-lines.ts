import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { refundRowsStep, type RefundLinesInput } from "../steps/refund-rows"

/**
 * Refunds a payment for lines that somebody chose, by the host's own refund; then reconciles the order. Refunds of
 * an order wait for each other. The money is gone once the host has refunded, so nothing of it is undone, neither
 * when the ledger cannot follow nor when a workflow fails that runs this one as a step.
 *
 * @summary Refund chosen lines of an order.
 * @example
 * await refundLinesWorkflow(container).run({
 *   input: { order_id: "order_1", payment_id: "pay_1", amount: "54.00", lines: [{ row: "line:ordli_1", amount: "54.00" }] },
 * })
 */
export const refundLinesWorkflow = createWorkflow(
  "reconciliation-refund-lines-workflow",
  (input: WorkflowData<RefundLinesInput>) => new WorkflowResponse(refundRowsStep(input)),
)
