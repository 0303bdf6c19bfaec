import type { AttachmentView } from "../../../types/http"
import {
  addAttachment,
  addAttachmentRequestOf,
  attachmentOf,
  attachmentOfFile,
  attachmentsOf,
  filesOf,
  takeAttachmentBack,
  takeAttachmentBackRequestOf,
  type AddAttachment,
  type TakeAttachmentBack,
} from "../attachments/attachments"
import { refuseAttachment } from "../attachments/refusals"
import type { Session } from "../ledger/database"
import { answeredBefore, once } from "../ledger/idempotency"
import { subjectOf } from "../notes/subject"
import type { Parts } from "./parts"

/**
 * Files beside the notes of transactions. What is in them is kept by the store's File module; here stands whose they are. A
 * transaction is named by its number in the lists.
 */
export class Attachments {
  constructor(private readonly parts: Pick<Parts, "database">) {}

  /** The newest 500 of a transaction, the oldest first; people by their ids. @throws transaction_not_found */
  async list(transaction: string): Promise<AttachmentView[]> {
    return this.parts.database.snapshot(async (session) => attachmentsOf(session, transaction))
  }

  /** One of them. @throws transaction_not_found | attachment_not_found */
  async retrieve(transaction: string, id: string): Promise<AttachmentView> {
    return this.parts.database.snapshot(async (session) => attachmentOf(session, transaction, id))
  }

  /**
   * Whether a file may be put there, before the store is given it: what the same request was answered before, else null.
   *
   * @throws transaction_not_found | attachment_taken_back | idempotency_key_reused
   */
  async before(input: AddAttachment): Promise<AttachmentView | null> {
    const { database } = this.parts
    const answered = await answeredBefore<{ id: string }>(database, addAttachmentRequestOf(input))
    if (answered) {
      const standing = await this.retrieve(input.transaction, answered.id)
      // A caller that failed later took it back: its file is gone, and the same request would answer it for ever.
      if (standing.taken_back !== null) throw refuseAttachment.takenBack(input.transaction, answered.id)
      return standing
    }
    await subjectOf(database, input.transaction)
    return null
  }

  /**
   * Puts a file beside a transaction that the store's File module has under an id. Of two at once under one key the first
   * counts: the other's file is not the one that is answered. @throws transaction_not_found | idempotency_key_reused
   */
  async add(input: AddAttachment, fileId: string): Promise<AttachmentView> {
    const { database } = this.parts
    try {
      const { id } = await once(database, addAttachmentRequestOf(input), async (session) => ({
        id: await addAttachment(session, input, fileId),
      }))
      return await this.retrieve(input.transaction, id)
    } catch (error) {
      // What was committed stands though nobody could be told so: its file must not be given back.
      const standing = await attachmentOfFile(database, fileId)
      if (standing === undefined) throw error
      return this.retrieve(input.transaction, standing)
    }
  }

  /** Takes a file back; it stays listed. @throws transaction_not_found | attachment_not_found | attachment_taken_back | idempotency_key_reused */
  async takeBack(input: TakeAttachmentBack): Promise<AttachmentView> {
    const work = async (session: Session): Promise<{ id: string }> => {
      await takeAttachmentBack(session, input)
      return { id: input.id }
    }
    const { id } = await once(this.parts.database, takeAttachmentBackRequestOf(input), work)
    return this.retrieve(input.transaction, id)
  }

  /** Ids in the store's File module of all files beside transactions of a customer, so that who is forgotten leaves none. */
  async filesOf(customerId: string): Promise<string[]> {
    return this.parts.database.snapshot(async (session) => filesOf(session, customerId))
  }
}
