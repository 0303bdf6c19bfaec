import { ReconciliationError } from "../domain/errors"
import type { Kept } from "../domain/planner/take-back"

/** A sentence's worth of what rests on something: "30.60 of Refund on Book". */
interface Resting {
  readonly count: number
  readonly told: string
}

const WAYS_OUT: Readonly<Record<Kept, string>> = {
  instalment_bound: "Cancel the planned payment first, then try again.",
  not_by_hand: "Undo the write-off, or see the reversal, that it belongs to.",
  order_moved: "It was settled in the account that the order was in before, and stays.",
}

/** An edit joins what lies in an account with what lies in another one. */
export function otherAccount(
  item: { readonly id: string; readonly account_id: string },
  accountId: bigint,
): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "other_account",
    message: `Item ${item.id} lies in account ${item.account_id}, not in ${accountId}.`,
    ids: { item_id: item.id, account_id: item.account_id, wanted_account_id: accountId.toString() },
    remedy: "Move the money to the account first: POST /admin/reconciliation/payments/:id/move.",
  })
}

/** Why nothing is taken back; nothing was changed. */
export const refuseTakeBack = {
  changeNotFound: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "change_not_found",
      message: `Nothing of this order was changed by a change ${id.slice(0, 20)}.`,
      ids: { change_id: id.slice(0, 20) },
      remedy: "Read the order's history and send the id of one of its changes.",
    }),

  notUndoable: (id: string, kind: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "change_not_undoable",
      message: `Change ${id} (${kind}) moved no amounts that could be moved back.`,
      ids: { change_id: id, kind },
      remedy:
        "A write-off, a reversal and a planned payment each have an undo or a cancellation of their own.",
    }),

  alreadyUndone: (id: string, by: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "change_undone",
      message: `Change ${id} was undone by change ${by}.`,
      ids: { change_id: id, undone_by: by },
      remedy: `To make it again, undo change ${by}.`,
    }),

  dependants: ({ count, told }: Resting): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "has_dependants",
      message: `${count} later ${count === 1 ? "amount rests" : "amounts rest"} on it: ${told}.`,
      ids: { count: count.toString(), dependants: told },
      remedy: 'Look at the preview; send "cascade": true to take them back with it, or leave it as it is.',
    }),

  blocked: ({ count, told }: Resting, why: Kept): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "dependant_stays",
      message: `${count} later ${count === 1 ? "amount" : "amounts"} that cannot be taken back ${count === 1 ? "rests" : "rest"} on it: ${told}.`,
      ids: { count: count.toString(), dependants: told, why },
      remedy: WAYS_OUT[why],
    }),

  kept: ({ count, told }: Resting, why: Kept): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "amounts_stay",
      message: `${count === 1 ? "This amount stays" : "These amounts stay"}: ${told}.`,
      ids: { count: count.toString(), kept: told, why },
      remedy: WAYS_OUT[why],
    }),
}
