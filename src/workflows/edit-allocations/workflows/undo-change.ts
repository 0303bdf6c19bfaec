import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { undoChangeStep, type UndoChangeInput } from "../steps/edit-allocations"

/**
 * Moves back what a change of an order's history moved. Undoing an undo does it again.
 *
 * @summary Undo a change.
 * @example
 * await undoChangeWorkflow(container).run({ input: { order_id: "order_…", change_id: "42", version: 4 } })
 */
export const undoChangeWorkflow = createWorkflow(
  "reconciliation-undo-change-workflow",
  (input: WorkflowData<UndoChangeInput>) => new WorkflowResponse(undoChangeStep(input)),
)
