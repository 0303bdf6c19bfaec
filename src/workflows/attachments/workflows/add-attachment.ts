import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows"
import type { AddAttachmentInput } from "../inputs"
import { checkAttachmentStep, keepAttachmentStep } from "../steps/attachments"

/**
 * Puts a file beside a transaction. The store's File module keeps what is in it, private and under a name of its own; if the
 * ledger then refuses it, the store gives it back. A file is taken back by what is added, never changed.
 *
 * @summary Attach a file to a transaction.
 * @example
 * await addAttachmentWorkflow(container).run({
 *   input: { order_id: "order_123", name: "agreement.pdf", mime_type: "application/pdf", content: pdf.toString("base64") },
 * })
 */
export const addAttachmentWorkflow = createWorkflow(
  "reconciliation-add-attachment-workflow",
  (input: WorkflowData<AddAttachmentInput>) => {
    const checked = checkAttachmentStep(input)
    const uploaded = when({ checked }, ({ checked: { attachment } }) => attachment === null).then(() =>
      uploadFilesWorkflow.runAsStep({
        input: transform(
          { input, checked },
          ({ input: { mime_type, content }, checked: { stored_name } }) => ({
            files: [{ filename: stored_name, mimeType: mime_type, content, access: "private" as const }],
          }),
        ),
      }),
    )
    const kept = transform({ checked, uploaded }, ({ checked: found, uploaded: files }) => ({
      checked: found,
      file_id: files?.[0]?.id ?? null,
    }))
    return new WorkflowResponse(keepAttachmentStep(kept))
  },
)
