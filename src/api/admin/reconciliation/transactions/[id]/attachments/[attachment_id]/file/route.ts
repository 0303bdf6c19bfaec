import { Readable } from "node:stream"
import { Modules } from "@medusajs/framework/utils"
import { refuseAttachment } from "../../../../../../../../modules/reconciliation/attachments/refusals"
import { ledgerOf } from "../../../../../../../../workflows/ledger-of"
import { attachmentId, transactionNumberOf } from "../../../../../../../lib/path-id"
import { route } from "../../../../../../../lib/route"

export const GET = route({
  method: "get",
  path: "transactions/{id}/attachments/{attachment_id}/file",
  right: "view",
  summary: "What is in a file that is attached to a transaction, to be saved, whatever its type.",
  id: transactionNumberOf,
  parts: { attachment_id: attachmentId },
  answer: {},
  // Never the type that somebody said: a browser saves it, and shows or runs nothing.
  produces: "application/octet-stream",
  handler: async ({ scope, id, parts: { attachment_id: of } }) => {
    const { name, file_id: fileId } = await ledgerOf(scope).attachments.retrieve(id, of)
    const content = await scope
      .resolve(Modules.FILE)
      .getAsBuffer(fileId)
      .catch((error: unknown) => {
        throw isGone(error) ? refuseAttachment.gone(id, of) : error
      })
    return { name: name === "" ? `attachment-${of}` : name, content: Readable.from([content]) }
  },
})

/** What providers of files say of one that they do not have; whatever else goes wrong is the store's, and is told as that. */
const GONE = /^(ENOENT|NoSuchKey|NotFound|not_found)$/

function isGone(error: unknown): boolean {
  const { code, name, type } = (error ?? {}) as { code?: unknown; name?: unknown; type?: unknown }
  return [code, name, type].some((word) => typeof word === "string" && GONE.test(word))
}
