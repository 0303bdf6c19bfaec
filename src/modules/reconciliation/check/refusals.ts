import { ReconciliationError } from "../domain/errors"

/** Why a check is not shown, or a finding not repaired; nothing was changed. */
export const refuseCheck = {
  notFound: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "check_not_found",
      message: `There is no check ${id.slice(0, 20)}.`,
      ids: { check_id: id.slice(0, 20) },
      remedy: "List the checks with GET /admin/reconciliation/checks.",
    }),

  findingNotFound: (check: string, id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "finding_not_found",
      message: `Check ${check.slice(0, 20)} has no finding ${id.slice(0, 20)}.`,
      ids: { check_id: check.slice(0, 20), finding_id: id.slice(0, 20) },
      remedy: "List its findings with GET /admin/reconciliation/checks/:id.",
    }),

  notRepairable: (id: string, invariant: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "finding_not_repairable",
      message: `Finding ${id} (${invariant}) cannot be repaired by the ledger: its rows do not say what was there.`,
      ids: { finding_id: id, invariant },
      remedy: "Do as its cure says.",
    }),

  gone: (id: string, invariant: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "finding_gone",
      message: `Finding ${id} (${invariant}) is there no more: it was repaired, or the rows have changed since the check.`,
      ids: { finding_id: id, invariant },
      remedy: "Check again to see what stands now.",
    }),
} as const
