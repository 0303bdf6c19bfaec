import type { NoteView } from "../../../src/types/http"

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
