import { isKeyOf } from "../../modules/reconciliation/domain/key"
import type { AllocationExplanation, NamedItem } from "../../types/http"
import { meansLabel, sentence } from "./labels"
import { givenByPerson, rowTitle } from "./names"
import type { Speech } from "./speech"

/** Says in one sentence why a part of a cell is there. */
export function becauseOf(explanation: AllocationExplanation, speech: Speech): string {
  const { t, money } = speech
  const { credit, debit, limit } = explanation
  const amount = money(explanation.amount)
  const reason = reasonOf(explanation.rule, speech)
  if (credit && debit && limit) {
    const said = { amount, credit: nameOf(credit, speech), reason }
    return t("why.allocated", { ...said, limit: limitAndWaiting({ ...explanation, credit, debit }, speech) })
  }
  const item = credit ?? debit
  return t("why.posted", {
    amount,
    item: item ? (titleOf(item, speech) ?? nameOf(item, speech)) : "",
    reason,
  })
}

/** A rule of the store's own has no sentence here: it is called by its name. */
export function reasonOf(rule: string, { t, has }: Speech): string {
  const key = `why.reasons.${rule}`
  return has(key) ? t(key) : t("why.ownRule", { rule: sentence(rule) })
}

/** A rule as a label, for lists of facts. */
export function ruleLabel(rule: string, { t, has }: Pick<Speech, "t" | "has">): string {
  const key = `rules.${rule}`
  return has(key) ? t(key) : sentence(rule)
}

type Limited = Pick<AllocationExplanation, "rule" | "limit" | "debit_open_before" | "amount"> &
  Record<"credit" | "debit", NamedItem>

/** Why it is this much and no more. */
export function limitOf(
  { limit, debit_open_before: open, amount, credit, debit }: Limited,
  speech: Speech,
): string {
  const { t, money } = speech
  return t(`why.limits.${limit}`, {
    debit: nameOf(debit, speech),
    open: open === null ? "" : money(open),
    amount: money(amount),
    credit: nameOf(credit, speech),
  })
}

/** The same, and what waits where the money was not enough. */
function limitAndWaiting(explanation: Limited, speech: Speech): string {
  const { t, has } = speech
  const limit = limitOf(explanation, speech)
  const waiting = `why.waiting.${explanation.rule}`
  return explanation.limit === "used_up" && has(waiting)
    ? t("why.waits", { limit, waiting: t(waiting) })
    : limit
}

/** What people call an item: an order's item by its title, anything else by its kind, its way and its day. */
export function nameOf(item: NamedItem, speech: Speech): string {
  const { t, day } = speech
  const title = titleOf(item, speech)
  if (item.side === "debit" && title !== null) return title
  const dated = { what: whatOf(item, t), date: day(item.occurred_on) }
  return title === null ? t("names.dated", dated) : t("names.datedOfItem", { ...dated, title })
}

function titleOf({ row, title }: NamedItem, { t }: Speech): string | null {
  return row === null || isKeyOf("creditLine", row) ? null : rowTitle(row, title, t)
}

/** Its kind, number and way, without its day: "Payment (Card)". */
export function whatOf(item: NamedItem, t: Speech["t"]): string {
  const { kind, side, reference } = item
  const called = kind === "void" ? t(`names.taken_back.${side}`) : t(`kinds.${kind}`)
  const number = givenByPerson(kind, reference)
  const word = number === null ? called : `${called} ${number}`
  const means = meansLabel(item, t)
  return means === null ? word : t("names.byMethod", { kind: word, method: means })
}
