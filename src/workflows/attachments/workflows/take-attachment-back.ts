import { createWorkflow, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { TakeAttachmentBackInput } from "../inputs"
import { takeAttachmentBackStep } from "../steps/attachments"

/**
 * Takes back a file that was attached by mistake. It stays listed, with who took it back, and the store keeps it: what must go
 * for good is deleted there, by the host's `deleteFilesWorkflow`.
 *
 * @summary Take back an attachment.
 * @example
 * await takeAttachmentBackWorkflow(container).run({ input: { transaction_id: "12", attachment_id: "3" } })
 */
export const takeAttachmentBackWorkflow = createWorkflow(
  "reconciliation-take-attachment-back-workflow",
  (input: WorkflowData<TakeAttachmentBackInput>) => new WorkflowResponse(takeAttachmentBackStep(input)),
)
