import type { NotedAt } from "./notes"

/** A file beside the notes of a transaction. Of an order it goes with the order to whatever account that goes. */
export interface AttachmentView {
  id: string
  /** What the file is called; "" once that is erased. */
  name: string
  mime_type: string
  /** Bytes. */
  size: number
  /** SHA-256 of what is in it, in hex: by it whoever has the file can show that it is the one. */
  sha256: string
  /** The file's id in the store's File module. */
  file_id: string
  added: NotedAt
  /** When it was taken back; null of what stands. */
  taken_back: NotedAt | null
}

/** `POST /admin/reconciliation/transactions/:id/attachments` */
export interface AddAttachmentBody {
  /** At most 200 characters, without a folder. */
  name: string
  /** The media type of a PDF, a picture, a text, a mail or an office document. */
  mime_type: string
  /** What is in it, as base64; at most 10,000,000 bytes. */
  content: string
}
