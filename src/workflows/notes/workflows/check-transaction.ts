import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { CheckTransactionInput } from "../inputs"
import { checkTransactionStep } from "../steps/notes"

/**
 * Takes off every mark of a transaction: it is checked. The notes stay.
 *
 * @summary Say that a transaction is checked.
 * @example
 * await checkTransactionWorkflow(container).run({ input: { transaction_id: "12" } })
 */
export const checkTransactionWorkflow = createWorkflow(
  "reconciliation-check-transaction-workflow",
  (input: WorkflowData<CheckTransactionInput>) => new WorkflowResponse(checkTransactionStep(input)),
)
