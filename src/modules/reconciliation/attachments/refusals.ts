import { ReconciliationError } from "../domain/errors"

export const LARGEST_FILE_BYTES = 10_000_000
export const LONGEST_FILE_NAME = 200

/** Every refusal of an attachment, each with its way out. */
export const refuseAttachment = {
  notFound: (number: string, id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "attachment_not_found",
      message: `Transaction ${number.slice(0, 40)} has no attachment ${id.slice(0, 40)}.`,
      ids: { transaction_id: number.slice(0, 40), attachment_id: id.slice(0, 40) },
      remedy: "Send the id of one of GET /admin/reconciliation/transactions/:id/attachments.",
    }),

  malformed: (because: "name" | "type" | "content" | "size"): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "attachment_malformed",
      message: {
        name: `A file has a name of at most ${LONGEST_FILE_NAME} characters, without a folder.`,
        type: "Files of this type are not taken.",
        content: "What is in the file is not base64.",
        size: `A file has between 1 and ${LARGEST_FILE_BYTES.toLocaleString("en")} bytes.`,
      }[because],
      ids: { because },
      remedy:
        "Send a PDF, a picture, a text, a mail or an office document of at most 10,000,000 bytes, as base64.",
    }),

  takenBack: (number: string, id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "attachment_taken_back",
      message: `Attachment ${id} was taken back before.`,
      ids: { transaction_id: number, attachment_id: id },
      remedy: "Nothing is left to do.",
    }),

  gone: (number: string, id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "attachment_gone",
      message: `The store's File module no longer has the file of attachment ${id}.`,
      ids: { transaction_id: number, attachment_id: id },
      remedy: "Attach it anew where somebody still has it; its sha256 tells that it is the same.",
    }),
}
