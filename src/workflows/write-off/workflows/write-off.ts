import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { sendHostCreditsStep, writeOffStep, type WriteOffWorkflowInput } from "../steps/write-off"

/**
 * Gives up a small rest of an order, or keeps a small surplus of an order or of money on account.
 *
 * @summary Write off a rest or keep a surplus.
 * @example
 * await writeOffWorkflow(container).run({ input: { order_id: "order_1", kind: "rest", reason: "rounding at the till" } })
 */
export const writeOffWorkflow = createWorkflow(
  "reconciliation-write-off-workflow",
  (input: WorkflowData<WriteOffWorkflowInput>) =>
    new WorkflowResponse(sendHostCreditsStep(writeOffStep(input))),
)
