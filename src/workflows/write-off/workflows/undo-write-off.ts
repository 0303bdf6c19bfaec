import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { sendHostCreditsStep, undoWriteOffStep, type UndoWriteOffInput } from "../steps/write-off"

/**
 * Undoes a write-off: what it had settled is open again.
 *
 * @summary Undo a write-off.
 * @example
 * await undoWriteOffWorkflow(container).run({ input: { write_off_id: "…", reason: "the customer paid it after all" } })
 */
export const undoWriteOffWorkflow = createWorkflow(
  "reconciliation-undo-write-off-workflow",
  (input: WorkflowData<UndoWriteOffInput>) =>
    new WorkflowResponse(sendHostCreditsStep(undoWriteOffStep(input))),
)
