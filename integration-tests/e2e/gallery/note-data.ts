import type { AttachmentView, NoteView } from "../../../src/types/http"

/** What the marked transaction of the lists is to be checked for. */
export const WHOSE = "The school or the parents’ association?\nThe bank’s text names neither."

const noted = (name: string | null, at: string): NoteView["written"] => ({
  by: { type: "user", id: "user_1", name },
  at,
})

/** What stands written on the marked one: kept, checked, taken back, and to be checked. */
export const NOTES: NoteView[] = [
  {
    id: "1",
    text: "Came without a number.",
    to_check: false,
    written: noted("Ada Ledger", "2026-11-25T08:00:00.000Z"),
    checked: null,
    taken_back: null,
  },
  {
    id: "2",
    text: "",
    to_check: true,
    written: noted("Ben Carter", "2026-11-25T10:30:00.000Z"),
    checked: noted("Ada Ledger", "2026-11-25T14:00:00.000Z"),
    taken_back: null,
  },
  {
    id: "3",
    text: "Belongs to order 41.",
    to_check: false,
    written: noted(null, "2026-11-25T15:00:00.000Z"),
    checked: null,
    taken_back: noted("Ben Carter", "2026-11-25T15:02:00.000Z"),
  },
  {
    id: "4",
    text: WHOSE,
    to_check: true,
    written: noted("Ada Ledger", "2026-11-26T09:12:00.000Z"),
    checked: null,
    taken_back: null,
  },
]

const file = { mime_type: "application/pdf", sha256: "0".repeat(64), file_id: "file_1" }

/** What is attached to it: kept, and taken back. */
export const ATTACHMENTS: AttachmentView[] = [
  {
    ...file,
    id: "1",
    name: "Statement of the association, November 2026.pdf",
    size: 1_482_113,
    added: noted("Ada Ledger", "2026-11-26T09:14:00.000Z"),
    taken_back: null,
  },
  {
    ...file,
    id: "2",
    name: "wrong.pdf",
    size: 812,
    added: noted("Ben Carter", "2026-11-26T09:20:00.000Z"),
    taken_back: noted("Ben Carter", "2026-11-26T09:21:00.000Z"),
  },
]
