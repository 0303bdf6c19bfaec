import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { UndoPayBackInput } from "../inputs"
import { undoPayBackStep } from "../steps/money"

/**
 * Takes back that money was recorded as paid back: it never went out, and is free again.
 *
 * @summary Undo a pay-back.
 * @example
 * await undoPayBackWorkflow(container).run({ input: { pay_back_id: "…", reason: "The transfer was never sent" } })
 */
export const undoPayBackWorkflow = createWorkflow(
  "reconciliation-undo-pay-back-workflow",
  (input: WorkflowData<UndoPayBackInput>) => new WorkflowResponse(undoPayBackStep(input)),
)
