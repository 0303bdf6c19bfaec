import { ReconciliationError } from "../domain/errors"
import type { Resting } from "./types"

/** Why a run is not started, stopped or undone; nothing was changed. */
export const refuseRun = {
  notFound: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "run_not_found",
      message: `There is no run ${id.slice(0, 20)}.`,
      ids: { run_id: id.slice(0, 20) },
      remedy: "List the runs with GET /admin/reconciliation/runs.",
    }),

  ended: (id: string, state: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "run_ended",
      message: `Run ${id} is ${state} and can no longer be stopped.`,
      ids: { run_id: id, state },
      remedy: "What it placed stays; undo it as a whole with POST /admin/reconciliation/runs/:id/undo.",
    }),

  notUndoable: (id: string, state: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "run_not_undoable",
      message: `Run ${id} (${state}) cannot be undone.`,
      ids: { run_id: id, state },
      remedy:
        "A run is undone once, when it has ended. To do again what was undone, start a run with the same scope.",
    }),

  notLookedThrough: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "run_not_looked_through",
      message: `So much was changed since run ${id} that it could not be seen in time whether something rests on what it did.`,
      ids: { run_id: id },
      remedy:
        'Look at the preview, page by page; send "dependants": "keep" to leave what something rests on, or "cascade" to take that back too.',
    }),

  accountsUnknown: (): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "backfill_of_accounts",
      message:
        "A back-fill brings in orders that the ledger does not know, so it cannot be limited to accounts.",
      remedy: "Name customers instead, with customer_ids.",
    }),

  dependants: (id: string, { left, leftOrders, isAll }: Resting): ReconciliationError => {
    const listed = [
      ...left.map((one) => `${one.amount} on account ${one.account_id} (${one.reason})`),
      ...leftOrders.map((one) => `order ${one.display_id ?? one.order_id} (${one.reason})`),
    ]
    const told = listed.slice(0, 5)
    const count = isAll ? listed.length.toString() : `${listed.length} or more`
    return new ReconciliationError({
      type: "conflict",
      code: "run_has_dependants",
      message: `${count} of what run ${id} placed cannot simply be taken back: ${told.join(", ")}${listed.length > told.length ? " …" : ""}.`,
      ids: { run_id: id, count, listed: told.join(", ") },
      remedy:
        'Look at the preview; send "dependants": "keep" to leave these amounts, or "cascade" to take back with them what rests on them.',
    })
  },
} as const
