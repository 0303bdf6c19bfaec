import { ReconciliationError } from "../domain/errors"

/** As long as a note may be, in characters. */
export const LONGEST_NOTE = 2_000

/** Every refusal of a note, each with its way out. */
export const refuseNote = {
  noteNotFound: (number: string, id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "note_not_found",
      message: `Transaction ${number.slice(0, 40)} has no note ${id.slice(0, 40)}.`,
      ids: { transaction_id: number.slice(0, 40), note_id: id.slice(0, 40) },
      remedy: "Send the id of one of GET /admin/reconciliation/transactions/:id/notes.",
    }),

  malformed: (): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "note_malformed",
      message: "A note has a text, or marks the transaction to be checked.",
      remedy: `Send a text of at most ${LONGEST_NOTE.toLocaleString("en")} characters, or to_check: true.`,
    }),

  takenBack: (number: string, id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "note_taken_back",
      message: `Note ${id} was taken back before.`,
      ids: { transaction_id: number, note_id: id },
      remedy: "Nothing is left to do.",
    }),

  notToCheck: (number: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "not_to_check",
      message: `Transaction ${number} is not marked to be checked.`,
      ids: { transaction_id: number },
      remedy: "Read it again: somebody may have checked it meanwhile.",
    }),
}
