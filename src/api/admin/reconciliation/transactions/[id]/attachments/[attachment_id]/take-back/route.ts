import { z } from "@medusajs/framework/zod"
import { takeAttachmentBackWorkflow } from "../../../../../../../../workflows/attachments/workflows/take-attachment-back"
import { namedAttachments } from "../../../../../../../lib/actors"
import { attachmentId, transactionNumberOf } from "../../../../../../../lib/path-id"
import { route } from "../../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "transactions/{id}/attachments/{attachment_id}/take-back",
  right: "manage",
  summary: "Take back a file that was attached by mistake. It stays listed, with who took it back.",
  id: transactionNumberOf,
  parts: { attachment_id: attachmentId },
  body: z.strictObject({}),
  answer: { attachment: "AttachmentView" },
  handler: async ({ scope, id, parts, change }) => {
    const { result } = await takeAttachmentBackWorkflow(scope).run({
      input: { ...change, transaction_id: id, attachment_id: parts.attachment_id },
    })
    const [attachment] = await namedAttachments(scope, [result])
    return { attachment }
  },
})
