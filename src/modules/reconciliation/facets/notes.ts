import type { NoteView } from "../../../types/http"
import type { Session } from "../ledger/database"
import { once } from "../ledger/idempotency"
import {
  addNote,
  addNoteRequestOf,
  check,
  checkRequestOf,
  notesNamed,
  notesOf,
  takeNoteBack,
  takeNoteBackRequestOf,
  transactionOfOrder,
  type AddNote,
  type NoteCall,
  type TakeNoteBack,
} from "../notes/notes"
import type { Parts } from "./parts"

/**
 * What people write on transactions, and which they mark to be checked. A transaction is named by its number in the
 * lists. What is kept of a request is ids alone, so that no answer repeats what was typed.
 */
export class Notes {
  constructor(private readonly parts: Pick<Parts, "database">) {}

  /** The newest 500 of a transaction, the oldest first; people by their ids. @throws transaction_not_found */
  async list(transaction: string): Promise<NoteView[]> {
    return this.parts.database.snapshot(async (session) => notesOf(session, transaction))
  }

  /** The number in the lists of an order by the host's id. @throws order_not_read */
  async transactionOfOrder(orderId: string): Promise<string> {
    return transactionOfOrder(this.parts.database, orderId)
  }

  /** Adds a note, which may mark the transaction to be checked. @throws transaction_not_found | note_malformed | idempotency_key_reused */
  async add(input: AddNote): Promise<NoteView> {
    const { database } = this.parts
    const { id } = await once(database, addNoteRequestOf(input), async (session) => ({
      id: await addNote(session, input),
    }))
    return this.one(input.transaction, id)
  }

  /** Takes off every mark of a transaction; answers the notes that had one. @throws transaction_not_found | not_to_check | idempotency_key_reused */
  async check(input: NoteCall): Promise<NoteView[]> {
    const { database } = this.parts
    const { ids } = await once(database, checkRequestOf(input), async (session) => ({
      ids: await check(session, input),
    }))
    return this.named(input.transaction, ids)
  }

  /** Takes a note back, and its mark with it. @throws transaction_not_found | note_not_found | note_taken_back | idempotency_key_reused */
  async takeBack(input: TakeNoteBack): Promise<NoteView> {
    const work = async (session: Session): Promise<{ id: string }> => {
      await takeNoteBack(session, input)
      return { id: input.id }
    }
    const { id } = await once(this.parts.database, takeNoteBackRequestOf(input), work)
    return this.one(input.transaction, id)
  }

  private async one(transaction: string, id: string): Promise<NoteView> {
    const [found] = await this.named(transaction, [id])
    if (!found) throw new Error(`note ${id} vanished`)
    return found
  }

  private async named(transaction: string, ids: readonly string[]): Promise<NoteView[]> {
    return this.parts.database.snapshot(async (session) => notesNamed(session, transaction, ids))
  }
}
