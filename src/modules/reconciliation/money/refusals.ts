import { ReconciliationError } from "../domain/errors"
import type { OpenItem } from "../domain/open-item"
import type { Kept } from "../domain/planner/take-back"

interface NotFree {
  readonly item: OpenItem
  readonly wanted: string
  readonly paying: { readonly count: number; readonly told: string }
}

const STAYS: Readonly<Record<Kept, string>> = {
  instalment_bound: "What fulfils a planned payment stays: cancel that first.",
  not_by_hand: "What belongs to a write-off, a reversal or another move stays: undo that first.",
  order_moved: "What was settled in the account that an order was in before stays.",
}

/** Why money is not moved, not paid back, or an act on it not undone; nothing was changed. */
export const refuseMoney = {
  notMoney: ({ id, kind }: OpenItem): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "not_movable",
      message: `Item ${id} is a ${kind}, not money that came.`,
      ids: { payment_id: id.toString() },
      remedy: "Send the id of a payment, of a deposit, or of money that a customer had when the books began.",
    }),

  notFree: ({ item, wanted, paying, free }: NotFree & { readonly free: string }): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "money_not_free",
      message: `Of payment ${item.id} ${free} is free, not ${wanted}. It pays: ${paying.told}.`,
      ids: {
        payment_id: item.id.toString(),
        free,
        wanted,
        pays: paying.told,
        count: paying.count.toString(),
      },
      remedy:
        'Send at most what is free, take it off what it pays first, or send "release": true where it is moved.',
    }),

  tooMuch: ({
    item,
    wanted,
    paying,
    most,
    why,
  }: NotFree & { readonly most: string; readonly why: Kept | undefined }): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "move_too_large",
      message: `Of payment ${item.id} at most ${most} can be moved, not ${wanted}.${paying.count > 0 ? ` It went to: ${paying.told}.` : ""}`,
      ids: { payment_id: item.id.toString(), most, wanted, pays: paying.told, ...(why && { why }) },
      remedy: `Send at most that amount.${why ? ` ${STAYS[why]}` : ""}`,
    }),

  sameAccount: (item: OpenItem): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "moved_nowhere",
      message: `Payment ${item.id} lies on this account already.`,
      ids: { payment_id: item.id.toString() },
      remedy: "Send the customer whose money it is, if it is another one.",
    }),

  orderMoved: (item: OpenItem): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "order_moved",
      message: `The order that payment ${item.id} came by has gone to another account since.`,
      ids: { payment_id: item.id.toString() },
      remedy: "Move the money from where it is to the order's account instead, or give the order back first.",
    }),

  moveNotFound: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "move_not_found",
      message: `There is no move ${id.slice(0, 40)} of money.`,
      ids: { move_id: id.slice(0, 40) },
      remedy: 'Send the id that the move answered with, for example "12.1".',
    }),

  moveUndone: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "move_undone",
      message: `Move ${id} is undone.`,
      ids: { move_id: id },
      remedy: "There is nothing to do. To move the money again, move it.",
    }),

  notOfHost: (item: OpenItem): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "not_of_host",
      message: `The store cannot refund payment ${item.id}: it did not come through the store, or lies on another account by now.`,
      ids: { payment_id: item.id.toString() },
      remedy: "Pay it back by hand and record that, with the method and without via=host.",
    }),

  payBackNotFound: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "pay_back_not_found",
      message: `Nothing was recorded as paid back under ${id.slice(0, 60)}.`,
      ids: { pay_back_id: id.slice(0, 60) },
      remedy: "Send the id that the recording answered with. What the store refunded itself is for good.",
    }),

  payBackUndone: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "pay_back_undone",
      message: `What was recorded as paid back under ${id} is undone.`,
      ids: { pay_back_id: id },
      remedy: "There is nothing to do.",
    }),

  payBackBeforePayment: (item: OpenItem, on: string): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "pay_back_before_payment",
      message: `The payment came on ${item.occurredOn}; it cannot have been paid back on ${on}.`,
      ids: { payment_id: item.id.toString() },
      remedy: "Send the day on which the money went out.",
    }),

  payBackSettled: (id: string, pays: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "pay_back_settled",
      message: `Something else settles what was paid back under ${id} by now: ${pays}.`,
      ids: { pay_back_id: id, pays },
      remedy: "Take that off it first.",
    }),

  reversalNotFound: (paymentId: string, number: number | string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "reversal_not_found",
      message: `Payment ${paymentId.slice(0, 60)} has no reversal ${number}.`,
      ids: { payment_id: paymentId.slice(0, 60), number: number.toString() },
      remedy: 'Send the number of a reversal: 1 of "12.1".',
    }),

  reversalUndone: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "reversal_undone",
      message: `Reversal ${id} is undone.`,
      ids: { reversal_id: id },
      remedy: "There is nothing to do. Should the money be taken back after all, record a new reversal.",
    }),

  reversalStays: (id: string, pays: string, why: Kept): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "reversal_stays",
      message: `What reversal ${id} opened again was settled by what cannot be taken off it: ${pays}.`,
      ids: { reversal_id: id, pays, why },
      remedy: STAYS[why],
    }),
} as const
