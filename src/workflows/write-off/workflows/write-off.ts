import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { sendHostCreditsStep, writeOffStep, type WriteOffWorkflowInput } from "../steps/write-off"

/**
 * Gives up a short payment of an order, or keeps a small surplus of an order or of money on account.
 *
 * @summary Write off a short payment or keep a surplus.
 * @example
 * await writeOffWorkflow(container).run({ input: { order_id: "order_1", kind: "short_payment", reason: "rounding at the till" } })
 */
export const writeOffWorkflow = createWorkflow(
  "reconciliation-write-off-workflow",
  (input: WorkflowData<WriteOffWorkflowInput>) =>
    new WorkflowResponse(sendHostCreditsStep(writeOffStep(input))),
)
