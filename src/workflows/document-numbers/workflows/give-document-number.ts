import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { giveDocumentNumberStep, type GiveDocumentNumberInput } from "../steps/give-document-number"

/**
 * Tells the ledger what another program's invoice or credit note of a transaction is called.
 *
 * @summary Give a transaction the number of its invoice.
 * @example
 * await giveDocumentNumberWorkflow(container).run({ input: { transaction_id: "order_01J…", number: "F-2026-17" } })
 */
export const giveDocumentNumberWorkflow = createWorkflow(
  "reconciliation-give-document-number-workflow",
  (input: WorkflowData<GiveDocumentNumberInput>) => new WorkflowResponse(giveDocumentNumberStep(input)),
)
