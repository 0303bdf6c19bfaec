import type { AttachmentView, NotedBy } from "../../../types/http"
import type { Session } from "../ledger/database"
import type { Request } from "../ledger/idempotency"
import { TypedTexts } from "../ledger/typed-texts"
import { byOf, doneOf, hold, isNumber, subjectOf, type OnTransaction } from "../notes/subject"
import {
  filesOfCustomer,
  findFile,
  insertAttachment,
  insertFileTakenBack,
  listAttachments,
  readAttachment,
} from "./attachments.sql"
import type { FileFacts } from "./file"
import { refuseAttachment } from "./refusals"

/** Older ones than these are not shown: a transaction has a handful. */
const MOST_SHOWN = 500

/** A file that somebody puts beside a transaction. */
export interface AddAttachment extends OnTransaction {
  readonly file: FileFacts
}

export interface TakeAttachmentBack extends OnTransaction {
  /** The attachment's. */
  readonly id: string
}

export function addAttachmentRequestOf({ idempotencyKey: key, transaction, file }: AddAttachment): Request {
  const { name, mimeType, size, sha256 } = file
  return { operation: "add_attachment", key, content: [transaction, name, mimeType, size, sha256] }
}

export function takeAttachmentBackRequestOf({
  idempotencyKey: key,
  transaction,
  id,
}: TakeAttachmentBack): Request {
  return { operation: "take_attachment_back", key, content: [transaction, id] }
}

/**
 * Puts a file beside a transaction that the store's File module has taken; answers its id.
 *
 * @throws transaction_not_found
 */
export async function addAttachment(
  session: Session,
  { transaction, context, file }: AddAttachment,
  fileId: string,
): Promise<string> {
  const subject = await subjectOf(session, transaction)
  const texts = new TypedTexts(await hold(session, subject))
  const name = texts.nameOf(file.name)
  await texts.store(session)
  const [row] = await session.run<{ id: string }>(insertAttachment, [
    ...subject,
    fileId,
    name,
    file.mimeType,
    file.size,
    file.sha256,
    ...byOf(context),
  ])
  if (!row) throw new Error("the attachment was not written")
  return row.id
}

/** Takes a file back. @throws transaction_not_found | attachment_not_found | attachment_taken_back */
export async function takeAttachmentBack(
  session: Session,
  { transaction, id, context }: TakeAttachmentBack,
): Promise<void> {
  const subject = await subjectOf(session, transaction)
  await hold(session, subject)
  const found = await attachmentOf(session, transaction, id)
  if (found.taken_back !== null) throw refuseAttachment.takenBack(transaction, id)
  await session.run(insertFileTakenBack, [id, ...byOf(context)])
}

/** Files beside a transaction, the oldest first; who added them by their ids alone. @throws transaction_not_found */
export async function attachmentsOf(session: Session, transaction: string): Promise<AttachmentView[]> {
  const subject = await subjectOf(session, transaction)
  const rows = await session.run<AttachmentRow>(listAttachments, [...subject, MOST_SHOWN])
  return rows.toReversed().map(viewOf)
}

/** One of them. @throws transaction_not_found | attachment_not_found */
export async function attachmentOf(
  session: Session,
  transaction: string,
  id: string,
): Promise<AttachmentView> {
  const subject = await subjectOf(session, transaction)
  const [row] = isNumber(id) ? await session.run<AttachmentRow>(readAttachment, [...subject, id]) : []
  if (!row) throw refuseAttachment.notFound(transaction, id)
  return viewOf(row)
}

/** The attachment that a file of the store's is, if it is one. */
export async function attachmentOfFile(session: Session, fileId: string): Promise<string | undefined> {
  const [row] = await session.run<{ id: string }>(findFile, [fileId])
  return row?.id
}

/** Ids of the files beside transactions of a customer's accounts, for who is to be forgotten. */
export async function filesOf(session: Session, customerId: string): Promise<string[]> {
  const rows = await session.run<{ file_id: string }>(filesOfCustomer, [customerId])
  return rows.map(({ file_id: id }) => id)
}

interface AttachmentRow {
  readonly id: string
  readonly file_id: string
  readonly name: string
  readonly mime_type: string
  readonly size: number
  readonly sha256: string
  readonly actor_type: NotedBy["type"]
  readonly actor_id: string | null
  readonly recorded_at: string
  readonly taken_back_by_type: NotedBy["type"] | null
  readonly taken_back_by_id: string | null
  readonly taken_back_at: string | null
}

const viewOf = (row: AttachmentRow): AttachmentView => ({
  id: row.id,
  name: row.name,
  mime_type: row.mime_type,
  size: row.size,
  sha256: row.sha256,
  file_id: row.file_id,
  added: { by: { type: row.actor_type, id: row.actor_id, name: null }, at: row.recorded_at },
  taken_back: doneOf(row.taken_back_by_type, row.taken_back_by_id, row.taken_back_at),
})
