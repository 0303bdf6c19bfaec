import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { UndoOpeningBalanceInput } from "../inputs"
import { undoOpeningBalanceStep } from "../steps/opening-balances"

/**
 * Takes an opening balance back that was posted by mistake: its opposite settles it.
 *
 * @summary Undo an opening balance.
 * @example
 * await undoOpeningBalanceWorkflow(container).run({ input: { opening_balance_id: "345", reason: "Paid before the move" } })
 */
export const undoOpeningBalanceWorkflow = createWorkflow(
  "reconciliation-undo-opening-balance-workflow",
  (input: WorkflowData<UndoOpeningBalanceInput>) => new WorkflowResponse(undoOpeningBalanceStep(input)),
)
