import { z } from "@medusajs/framework/zod"
import {
  LARGEST_FILE_BYTES,
  LONGEST_FILE_NAME,
} from "../../../../../../modules/reconciliation/attachments/refusals"
import { addAttachmentWorkflow } from "../../../../../../workflows/attachments/workflows/add-attachment"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { namedAttachments } from "../../../../../lib/actors"
import { transactionNumberOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { text } from "../../../../../lib/schemas"

/** As base64 writes so many bytes. */
const LONGEST_CONTENT = Math.ceil(LARGEST_FILE_BYTES / 3) * 4

export const GET = route({
  method: "get",
  path: "transactions/{id}/attachments",
  right: "view",
  summary:
    "Files beside the notes of a transaction, the oldest first, with who added and took them back. `id` is the transaction's `number` in the lists.",
  id: transactionNumberOf,
  answer: { attachments: { type: "array", items: { $ref: "#/components/schemas/AttachmentView" } } },
  handler: async ({ scope, id }) => ({
    attachments: await namedAttachments(scope, await ledgerOf(scope).attachments.list(id)),
  }),
})

export const POST = route({
  method: "post",
  path: "transactions/{id}/attachments",
  right: "manage",
  summary:
    "Attach a file to a transaction: a PDF, a picture, a text, a mail or an office document of at most 10,000,000 bytes, as base64. The store's File module keeps it, private.",
  id: transactionNumberOf,
  body: z.strictObject({
    name: text(LONGEST_FILE_NAME).trim().min(1),
    mime_type: text(100).min(1),
    content: z.string().min(1).max(LONGEST_CONTENT),
  }),
  largestBodyBytes: LONGEST_CONTENT + 10_000,
  answer: { attachment: "AttachmentView" },
  records: true,
  handler: async ({ scope, id, body, change }) => {
    const { result } = await addAttachmentWorkflow(scope).run({
      input: { ...body, ...change, transaction_id: id },
    })
    const [attachment] = await namedAttachments(scope, [result])
    return { attachment }
  },
})
