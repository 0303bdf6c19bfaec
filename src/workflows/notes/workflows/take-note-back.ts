import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { TakeNoteBackInput } from "../inputs"
import { takeNoteBackStep } from "../steps/notes"

/**
 * Takes back a note that was written by mistake, and its mark with it. It stays in the list of the transaction's notes, with
 * who took it back.
 *
 * @summary Take back a note.
 * @example
 * await takeNoteBackWorkflow(container).run({ input: { transaction_id: "12", note_id: "3" } })
 */
export const takeNoteBackWorkflow = createWorkflow(
  "reconciliation-take-note-back-workflow",
  (input: WorkflowData<TakeNoteBackInput>) => new WorkflowResponse(takeNoteBackStep(input)),
)
