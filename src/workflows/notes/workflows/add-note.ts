import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { AddNoteInput } from "../inputs"
import { addNoteStep } from "../steps/notes"

/**
 * Writes a note on a transaction; it may mark the transaction to be checked. What was written stays: a note is taken back
 * and a mark taken off by what is added.
 *
 * @summary Write a note on a transaction.
 * @example
 * await addNoteWorkflow(container).run({
 *   input: { order_id: "order_123", text: "The payer asks for a copy of the invoice", to_check: true },
 * })
 */
export const addNoteWorkflow = createWorkflow(
  "reconciliation-add-note-workflow",
  (input: WorkflowData<AddNoteInput>) => new WorkflowResponse(addNoteStep(input)),
)
