import { decimalOf } from "../money"

interface Taken {
  readonly rule: string
  readonly amount: bigint
  readonly creditOpenBefore: bigint
  readonly debitOpenBefore: bigint
}

interface Step extends Taken {
  /** Titles as the admin knows them. */
  readonly credit: string
  readonly debit: string
}

const REASONS: Readonly<Record<string, string>> = {
  line_order: "money fills the lines in the order's own order, first to last",
  oldest_first: "the oldest order is paid first, its lines in order",
  due_date: "what falls due first is paid first",
  pro_rata: "the money is shared in proportion to what each line has open",
  component_priority: "one component of the order is paid after the other, in the store's order of priority",
  exact_match: "it is exactly the open balance of this one order",
  exact_balance: "it is exactly what the whole account owes",
  instalment: "it fulfils a planned payment, which is kept for this line",
  pinned: "this amount was reserved for this line",
  manual: "a person put it there",
  restored: "it stood here before, and what had moved it away was undone",
  own_line: "a lowered line first settles what it still owes itself",
  own_order: "what a lowered line has to give settles other lines of its order",
  refund_of_credit: "the credit was given for this refund",
  refund_of_line: "the refund pays back what this line has to give",
  refund_of_chosen_line: "the refund was made for this line",
  refund_of_surplus: "the refund pays back money that no line needed",
  transferred: "the order went to another account, where the rest goes on",
  voided_money: "the payment was taken back before it settled",
  voided_refund: "the refund was taken back before it settled",
  reversed_rest: "the payer or the bank took back what settled nothing yet",
  reversed_void: "the host deleted the payment whose reversal stands already",
  reversed_refund: "the host recorded the reversal as a refund",
  written_off: "a short payment is given up",
  cash_discount: "it is the discount for paying early, shared among what the lines had open",
  surplus_kept: "a small surplus is kept",
  write_off_undone: "the write-off is undone",
  moved: "it was moved to another account, where it goes on",
  move_undone: "the move to another account is undone",
  paid_back: "it was paid back without an order",
  pay_back_undone: "it had been recorded as paid back, and never went out",
  reversal_undone: "the reversal had been recorded by mistake",
  opening_undone: "the opening balance had been posted by mistake",
  replaced_money: "it stands in for a payment that was taken back after it had settled",
  replaced_refund: "it stands in for a refund that was taken back after it had been settled",
}

/** Every rule an allocation may carry. */
export const RULES: readonly string[] = Object.keys(REASONS)

/** Why a posting stands in a cell by itself, with no allocation behind it. */
export type PostingRule = "reversed_line" | "credit_waiting"

const POSTINGS: Readonly<Record<PostingRule, string>> = {
  reversed_line: "the payer or the bank took back what had paid it, so it is open again",
  credit_waiting: "it was lowered by so much, and nothing uses that credit yet",
}

export const POSTING_RULES: readonly string[] = Object.keys(POSTINGS)

/** Rules by which an item that the money did not reach is simply next. */
const WAITING: Readonly<Record<string, string>> = {
  line_order: "later lines wait for the next payment",
  oldest_first: "later lines and orders wait for the next payment",
  due_date: "what falls due later waits for the next payment",
}

/** The rules for which what was not reached waits for more money. */
export const WAITING_RULES: readonly string[] = Object.keys(WAITING)

/** What kept an amount from being more: the debit was settled, it was a share of its own, or the credit ran out. */
export type Limit = "settled" | "share" | "used_up"

export const LIMITS: readonly Limit[] = ["settled", "share", "used_up"]

export function limitOf({ rule, amount, creditOpenBefore, debitOpenBefore }: Taken): Limit {
  if (amount === debitOpenBefore) return "settled"
  // The last share uses the money up too, but it is its share that set it.
  return amount !== creditOpenBefore || rule === "pro_rata" ? "share" : "used_up"
}

/** Says in one sentence why an allocation was made: rule, inputs, and what the others had to wait for. */
export function because(step: Step, digits: number): string {
  const { rule, credit, amount } = step
  return `${decimalOf(amount, digits)} from "${credit}": ${REASONS[rule] ?? `the store's own rule "${rule}" chose it`}; ${restOf(step, digits)}.`
}

function restOf(step: Step, digits: number): string {
  const { rule, credit, debit, debitOpenBefore } = step
  const amount = decimalOf(step.amount, digits)
  const open = `"${debit}" had ${decimalOf(debitOpenBefore, digits)} open`
  const limit = limitOf(step)
  if (limit === "settled") return `${open} and is now settled`
  if (limit === "share") return `${open}, and its share of "${credit}" is ${amount}`
  const waiting = WAITING[rule]
  return `${open}, but only ${amount} was left${waiting ? `; ${waiting}` : ""}`
}

/** The same of a posting that stands in a cell by itself. */
export function becausePosted(rule: PostingRule, amount: string, title: string): string {
  return `${amount} of "${title}": ${POSTINGS[rule]}.`
}
