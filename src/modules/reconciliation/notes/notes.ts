import type { NoteView, NotedBy } from "../../../types/http"
import type { Session } from "../ledger/database"
import type { Request } from "../ledger/idempotency"
import { orderNotRead } from "../ledger/lock"
import { TypedTexts } from "../ledger/typed-texts"
import { findOrder, insertChecked, insertNote, insertTakenBack, listNotes, readNotes } from "./notes.sql"
import { LONGEST_NOTE, refuseNote } from "./refusals"
import { byOf, doneOf, hold, isNumber, subjectOf, type OnTransaction } from "./subject"

/** Older ones than these are not shown: a transaction has a handful. */
const MOST_SHOWN = 500

/** Something that is done about the notes of a transaction. */
export type NoteCall = OnTransaction

export interface AddNote extends NoteCall {
  /** What was typed; a mark may have none. */
  readonly text: string | null
  /** Marks the transaction to be checked. */
  readonly toCheck: boolean
}

export interface TakeNoteBack extends NoteCall {
  /** The note's. */
  readonly id: string
}

export function addNoteRequestOf({ idempotencyKey: key, transaction, text, toCheck }: AddNote): Request {
  return { operation: "add_note", key, content: [transaction, text, toCheck] }
}

export function checkRequestOf({ idempotencyKey: key, transaction }: NoteCall): Request {
  return { operation: "check", key, content: [transaction] }
}

export function takeNoteBackRequestOf({ idempotencyKey: key, transaction, id }: TakeNoteBack): Request {
  return { operation: "take_note_back", key, content: [transaction, id] }
}

/** Adds a note; answers its id. @throws transaction_not_found | note_malformed */
export async function addNote(
  session: Session,
  { transaction, context, ...typed }: AddNote,
): Promise<string> {
  const text = typed.text?.trim() || null
  if ((text === null && !typed.toCheck) || (text ?? "").length > LONGEST_NOTE) throw refuseNote.malformed()
  const subject = await subjectOf(session, transaction)
  const texts = new TypedTexts(await hold(session, subject))
  const name = texts.nameOrNull(text)
  await texts.store(session)
  const [row] = await session.run<{ id: string }>(insertNote, [
    ...subject,
    name,
    typed.toCheck,
    ...byOf(context),
  ])
  if (!row) throw new Error("the note was not written")
  return row.id
}

/** Takes off each mark that stands; answers the ids of the notes that had one. @throws transaction_not_found | not_to_check */
export async function check(session: Session, { transaction, context }: NoteCall): Promise<string[]> {
  const subject = await subjectOf(session, transaction)
  await hold(session, subject)
  const rows = await session.run<{ id: string }>(insertChecked, [...subject, ...byOf(context)])
  if (rows.length === 0) throw refuseNote.notToCheck(transaction)
  return rows.map(({ id }) => id)
}

/** Takes a note back, and its mark with it. @throws transaction_not_found | note_not_found | note_taken_back */
export async function takeNoteBack(
  session: Session,
  { transaction, id, context }: TakeNoteBack,
): Promise<void> {
  const subject = await subjectOf(session, transaction)
  await hold(session, subject)
  const [found] = isNumber(id) ? await session.run<NoteRow>(readNotes, [...subject, [id]]) : []
  if (!found) throw refuseNote.noteNotFound(transaction, id)
  if (found.taken_back_at !== null) throw refuseNote.takenBack(transaction, id)
  await session.run(insertTakenBack, [id, ...byOf(context)])
}

/** Notes of a transaction, the oldest first; who wrote them by their ids alone. @throws transaction_not_found */
export async function notesOf(session: Session, transaction: string): Promise<NoteView[]> {
  const subject = await subjectOf(session, transaction)
  const rows = await session.run<NoteRow>(listNotes, [...subject, MOST_SHOWN])
  return rows.toReversed().map(viewOf)
}

/** Some of them, the oldest first. @throws transaction_not_found */
export async function notesNamed(
  session: Session,
  transaction: string,
  ids: readonly string[],
): Promise<NoteView[]> {
  const rows = await session.run<NoteRow>(readNotes, [...(await subjectOf(session, transaction)), ids])
  return rows.map(viewOf)
}

/** The number of an order in the lists. @throws order_not_read */
export async function transactionOfOrder(session: Session, orderId: string): Promise<string> {
  const [found] = await session.run<{ number: string }>(findOrder, [orderId])
  if (!found) throw orderNotRead(orderId)
  return found.number
}

interface NoteRow {
  readonly id: string
  readonly text: string
  readonly to_check: boolean
  readonly actor_type: NotedBy["type"]
  readonly actor_id: string | null
  readonly recorded_at: string
  readonly checked_by_type: NotedBy["type"] | null
  readonly checked_by_id: string | null
  readonly checked_at: string | null
  readonly taken_back_by_type: NotedBy["type"] | null
  readonly taken_back_by_id: string | null
  readonly taken_back_at: string | null
}

const viewOf = (row: NoteRow): NoteView => ({
  id: row.id,
  text: row.text,
  to_check: row.to_check,
  written: { by: { type: row.actor_type, id: row.actor_id, name: null }, at: row.recorded_at },
  checked: doneOf(row.checked_by_type, row.checked_by_id, row.checked_at),
  taken_back: doneOf(row.taken_back_by_type, row.taken_back_by_id, row.taken_back_at),
})
