import { ReconciliationError } from "../domain/errors"
import { decimalOf } from "../domain/money"
import type { Kept } from "../domain/planner/take-back"

interface Touching {
  readonly count: number
  readonly told: string
}

const STAYS: Readonly<Record<Kept, string>> = {
  instalment_bound: "What fulfils a planned payment stays: cancel that first.",
  not_by_hand: "What was moved, paid back, written off or reversed stays: undo that first.",
  order_moved: "What was settled in the account that an order was in before stays.",
}

/** A row that cannot be posted. */
export interface RefusedRow {
  /** Its place in what was sent, from 1. */
  readonly row: number
  readonly refused: ReconciliationError
}

/** Why opening balances are not posted, not paid or not taken back; nothing was changed. */
export const refuseOpening = {
  batch: (refused: readonly RefusedRow[], rows: number): ReconciliationError => {
    const [first] = refused
    return new ReconciliationError({
      type: "invalid_data",
      code: "batch_refused",
      message: `${refused.length} of ${rows} opening balances cannot be posted, so none was. Row ${first?.row}: ${first?.refused.message}`,
      ids: {
        rows: refused.map(({ row }) => row).join(", "),
        ...Object.fromEntries(refused.slice(0, 20).map(({ row, refused: { code } }) => [`row_${row}`, code])),
      },
      remedy: "Correct these rows or leave them out; the preview tells what is wrong with each.",
    })
  },

  undated: (): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "opening_undated",
      message: "It is not said on which day the opening balance is dated.",
      remedy:
        "Send a date with the row or for all rows, or go_live_on, the first day of the store's books: then it is the day before.",
    }),

  inFuture: (day: string, today: string): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "opening_in_future",
      message: `An opening balance cannot be dated ${day}: today is ${today}.`,
      ids: { date: day, today },
      remedy: "Send a day that has come, or post the opening balances once the store goes live.",
    }),

  noCurrency: (): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "opening_without_currency",
      message: "It is not said in which currency the opening balance is.",
      remedy: "Send a currency_code with the row, or for all rows.",
    }),

  dueOfMoney: (): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "opening_due_of_money",
      message: "What a customer has is due on no day.",
      remedy: "Leave the due date out, or say that the customer owes it.",
    }),

  looksPosted: (id: string, day: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "opening_looks_posted",
      message: `Opening balance ${id} of ${day} says the same of this account: the same amount, day and number.`,
      ids: { opening_balance_id: id, occurred_on: day },
      remedy: "Leave the row out; or, if it is another one, send it with confirm_duplicate: true.",
    }),

  notFound: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "not_found",
      code: "opening_not_found",
      message: `There is no opening balance ${id.slice(0, 40)}.`,
      ids: { opening_balance_id: id.slice(0, 40) },
      remedy: "List them with GET /admin/reconciliation/opening-balances.",
    }),

  undone: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "opening_undone",
      message: `Opening balance ${id} is taken back.`,
      ids: { opening_balance_id: id },
      remedy: "There is nothing to do. Should it stand after all, post it again.",
    }),

  used: (id: string, { count, told }: Touching): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "opening_used",
      message: `Opening balance ${id} is settled by now: ${told}.`,
      ids: { opening_balance_id: id, settled: told, count: count.toString() },
      remedy: 'Take that off first, or send "cascade": true to take it off with it.',
    }),

  stays: (id: string, { told }: Touching, why: Kept): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "opening_stays",
      message: `Opening balance ${id} went on, or is settled by what cannot be taken off it: ${told}.`,
      ids: { opening_balance_id: id, settled: told, why },
      remedy: STAYS[why],
    }),

  notOwed: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "opening_not_owed",
      message: `Nothing is owed of opening balance ${id}.`,
      ids: { opening_balance_id: id },
      remedy: "Pay one that is owed and still open; what a customer has is applied as other money is.",
    }),

  creditNotOpen: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "opening_credit_not_open",
      message: `Credit ${id.slice(0, 40)} has nothing open on the account of this opening balance.`,
      ids: { item_id: id.slice(0, 40) },
      remedy:
        "Name credits of this account that have something open, or none: then all of them pay, oldest first.",
    }),

  nothingToPayWith: (id: string): ReconciliationError =>
    new ReconciliationError({
      type: "conflict",
      code: "opening_without_money",
      message: `Nothing lies unapplied on the account of opening balance ${id} that could pay it.`,
      ids: { opening_balance_id: id },
      remedy:
        "Record a payment of the customer first, or name credits of this account that have something open.",
    }),

  tooMuch: (id: string, most: bigint, digits: number): ReconciliationError =>
    new ReconciliationError({
      type: "invalid_data",
      code: "amount_above_open",
      message: `Of opening balance ${id} at most ${decimalOf(most, digits)} can be paid with that.`,
      ids: { opening_balance_id: id, open: decimalOf(most, digits) },
      remedy: "Send at most that amount, or none for as much as there is.",
    }),
} as const
