import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { UndoMoveInput } from "../inputs"
import { undoMoveStep } from "../steps/money"

/**
 * Takes a move back: the money is where it was, and pays there what it had been taken off, as far as that is still open.
 *
 * @summary Undo a move of money.
 * @example
 * await undoMoveWorkflow(container).run({ input: { move_id: "12.1", release: true } })
 */
export const undoMoveWorkflow = createWorkflow(
  "reconciliation-undo-move-workflow",
  (input: WorkflowData<UndoMoveInput>) => new WorkflowResponse(undoMoveStep(input)),
)
