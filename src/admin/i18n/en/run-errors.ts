/** What refusals of runs, of settings and of the set-up mean, and what to do about them. */
export const runErrorsEn = {
  texts: {
    run_ended: "The run has ended.",
    set_up_changed: "Somebody else saved the set-up meanwhile.",
    set_up_incomplete: "A step of the set-up is not answered yet.",
    set_up_not_begun: "No set-up is under way.",
    run_has_dependants: "Something rests on what the run placed, or was changed since.",
    run_not_found: "There is no such run.",
    run_not_looked_through: "So much was changed since that it could not all be looked through.",
    run_not_undoable: "This run cannot be undone now.",
  },
  remedies: {
    run_ended: "Undo it, if that is what you want.",
    set_up_changed: "Read it again; what you answered is still here.",
    set_up_incomplete: "Answer it, also with “none” or “skip”.",
    set_up_not_begun: "Reload the set-up: it may be finished.",
    run_has_dependants:
      "Look at the list, and choose to keep these amounts or to take back what rests on them too.",
    run_not_found: "Reload the list of runs.",
    run_not_looked_through:
      "Look at the preview to its end, and choose to keep what something rests on or to take that back too.",
    run_not_undoable: "Wait until it has ended. What was undone is done again by a new run.",
  },
}

export type RunErrorWords = typeof runErrorsEn
