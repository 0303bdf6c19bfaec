import { minorUnitsOf } from "../../src/modules/reconciliation/domain/money"
import type {
  AskedInstalment,
  AskedItem,
} from "../../src/modules/reconciliation/domain/instalments/payment-plan"
import type { Book } from "./book"

/** Steps of a scenario that speak of planned payments: they happen in the ledger, not in the host. */
export const PLAN_STEP = /^(plan|unplan|postpone|fail|drop|wait)\b/

type Action = (book: Book, words: string) => void

const ACTIONS: Readonly<Record<string, Action>> = {
  /** "plan 50 d5, 50 d9 ref pay_1 for A 30 B": due on day 5 and on day 9, the second meant for A and B. */
  plan: (book, words) => book.plan(words.split(", ").map((one) => askedOf(one, book.digits))),
  unplan: (book) => book.cancelPlan(),
  postpone: (book, words) => {
    const [number, day = ""] = words.split(" ")
    book.instalment(Number(number)).dueOn = dayOf(day)
    book.instalment(Number(number)).failed = false
  },
  fail: (book, number) => {
    book.instalment(Number(number)).failed = true
  },
  drop: (book, number) => {
    book.instalment(Number(number)).cancelled = true
  },
  wait: () => undefined,
}

/** Acts one step of a plan. */
export function actPlan(book: Book, step: string): void {
  const [verb = ""] = step.split(" ")
  ACTIONS[verb]?.(book, step.slice(verb.length + 1))
}

/** "d5" as the fifth day of a timeline. */
export const dayOf = (day: string): string => `2026-01-${day.slice(1).padStart(2, "0")}`

function askedOf(words: string, digits: number): AskedInstalment {
  const [, amount = "", day = "", reference, items = ""] =
    /^(-?[\d.]+) (d\d+)(?: ref (\S+))?(?: for (.+))?$/.exec(words) ?? []
  return {
    dueOn: dayOf(day),
    amount: minorUnitsOf(amount, digits),
    method: null,
    reference: reference ?? null,
    items: itemsOf(items, digits),
  }
}

/** "A 30 B" is 30 of A, and what B has left. */
function itemsOf(words: string, digits: number): AskedItem[] {
  const items: AskedItem[] = []
  for (const word of words.split(" ").filter((one) => one !== "")) {
    const last = items.at(-1)
    if (/^[\d.]+$/.test(word) && last)
      items[items.length - 1] = { ...last, amount: minorUnitsOf(word, digits) }
    else items.push({ lineKey: lineKeyOf(word), amount: null })
  }
  return items
}

/** Lines are named by capitals, shipping methods by small letters. */
export const lineKeyOf = (name: string): string => `${/^[A-Z]/.test(name) ? "line" : "ship"}:order_1_${name}`
