import { ReconciliationError } from "../domain/errors"

/** Every refusal of the set-up, each with its way out. */
export const refuseSetUp = {
  changed: (version: number, now: number): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "set_up_changed",
      message: `The set-up has moved on from version ${version} to ${now}: somebody else saved or finished it.`,
      ids: { version: String(now) },
      remedy: "Read it again, put your changes on what it says now, and save again.",
    }),

  notBegun: (): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "set_up_not_begun",
      message: "No set-up is under way, so that there is none to finish.",
      remedy: "Save one first: POST /admin/reconciliation/set-up with version 0.",
    }),

  incomplete: (step: string): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "set_up_incomplete",
      message: `The step ${step} is not answered yet.`,
      ids: { step },
      remedy: "Answer it, also with none or skip, then finish again.",
    }),
}
