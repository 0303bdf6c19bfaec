import type { Cause, Cure } from "./invariant.sql"

const CAUSES: Readonly<Record<Cause, string>> = {
  past_the_ledger:
    "Rows were written, changed or deleted past the plugin: by hand, by a script, or by a restore of a part of the database.",
  triggers_off: "Rows were written while the database's triggers were off, so what they keep was not kept.",
  host_moved_on:
    "The store changed and the ledger did not hear of it, or the store's rows were changed by hand.",
}

const CURES: Readonly<Record<Cure, string>> = {
  recount: "Count again from the rows: POST checks/:id/findings/:finding/repair.",
  render: "Make the row anew from what it is made of: POST checks/:id/findings/:finding/repair.",
  rebuild:
    "Read the order from the store again and post what differs: POST checks/:id/findings/:finding/repair.",
  restore: "Restore the row from a backup: nothing else says what it was.",
  correct: "Take the amount back by hand on the page of its order or account, and put it where it belongs.",
  report: "Report this with the finding: it was written by another version of the plugin.",
}

export const causeOf = (cause: Cause): string => CAUSES[cause]
export const cureOf = (cure: Cure): string => CURES[cure]
