import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { changeInstalmentStep, type ChangeInstalmentInput } from "../steps/change-instalment"

/**
 * Postpones, fails or cancels a planned payment; what money fulfilled of it stays.
 *
 * @summary Change a planned payment.
 * @example
 * await changeInstalmentWorkflow(container).run({
 *   input: { instalment_id: "12", action: "postpone", due_on: "2026-04-01" },
 * })
 */
export const changeInstalmentWorkflow = createWorkflow(
  "reconciliation-change-instalment-workflow",
  (input: WorkflowData<ChangeInstalmentInput>) => new WorkflowResponse(changeInstalmentStep(input)),
)
