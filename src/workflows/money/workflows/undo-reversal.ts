import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { UndoReversalInput } from "../inputs"
import { undoReversalStep } from "../steps/money"

/**
 * Takes a reversal back that was recorded by mistake: nothing is owed again, and the money pays what it had paid.
 *
 * @summary Undo a reversal.
 * @example
 * await undoReversalWorkflow(container).run({ input: { payment_id: "12", number: 1, reason: "The wrong cheque" } })
 */
export const undoReversalWorkflow = createWorkflow(
  "reconciliation-undo-reversal-workflow",
  (input: WorkflowData<UndoReversalInput>) => new WorkflowResponse(undoReversalStep(input)),
)
