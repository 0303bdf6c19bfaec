import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { sendHostCreditsStep, decideWriteOffStep, type DecideWriteOffInput } from "../steps/write-off"

/**
 * Approves or declines a write-off that another person asked for.
 *
 * @summary Decide on a write-off.
 * @example
 * await decideWriteOffWorkflow(container).run({ input: { request_id: "1", decision: "approve", actor: { type: "user", id: "user_2" } } })
 */
export const decideWriteOffWorkflow = createWorkflow(
  "reconciliation-decide-write-off-workflow",
  (input: WorkflowData<DecideWriteOffInput>) =>
    new WorkflowResponse(sendHostCreditsStep(decideWriteOffStep(input))),
)
