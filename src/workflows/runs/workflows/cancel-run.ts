import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { CancelRunInput } from "../inputs"
import { cancelRunStep } from "../steps/runs"

/**
 * Stops a run: what is in work is done, no other account is begun, and what was placed stays.
 *
 * @summary Stop a run.
 * @example
 * await cancelRunWorkflow(container).run({ input: { run_id: "14" } })
 */
export const cancelRunWorkflow = createWorkflow(
  "reconciliation-cancel-run-workflow",
  (input: WorkflowData<CancelRunInput>) => new WorkflowResponse(cancelRunStep(input)),
)
