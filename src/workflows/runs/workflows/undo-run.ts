import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { UndoRunInput } from "../inputs"
import { undoRunStep } from "../steps/runs"

/**
 * Takes back what a run did, as a run of its own. What something rests on since is refused, kept, or taken back with that.
 *
 * @summary Undo a run.
 * @example
 * await undoRunWorkflow(container).run({ input: { run_id: "14", dependants: "keep" } })
 */
export const undoRunWorkflow = createWorkflow(
  "reconciliation-undo-run-workflow",
  (input: WorkflowData<UndoRunInput>) => new WorkflowResponse(undoRunStep(input)),
)
