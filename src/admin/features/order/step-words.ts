import { rowTitle } from "../../lib/names"
import { noticeWords } from "../../lib/notices"
import type { Speech } from "../../lib/speech"
import { METHODS } from "../../../modules/reconciliation/domain/method"
import { meansLabel, nameOfProvider } from "../../lib/labels"
import type { LooseMoney, NextStep, PlaceStep, StepItem } from "./next-step"

/** The words of a language, how it writes days in a sentence, and how it writes this order's amounts. */
export interface StepSpeech extends Speech {
  readonly amount: (value: string) => string
  readonly dayInSentence: (value: string) => string
}

/** What the next step is, in one sentence or two. */
export interface SaidStep {
  readonly text: string
  /** Written by the server, which writes English. */
  readonly isOfServer: boolean
}

/** @param isLong where there is room for the whole sentence: on a page, not on a card */
export function stepWords(step: NextStep, speech: StepSpeech, isLong = false): SaidStep {
  const { t } = speech
  if (step.kind === "error" || step.kind === "warning") {
    const { notice, others } = step
    const words = noticeWords(notice, speech)
    const detail = words?.detail ?? notice.detail
    const text = step.kind === "error" ? t("step.error", { detail }) : detail
    return {
      text: others > 0 ? `${text} ${t("step.more", { count: others })}` : text,
      isOfServer: words === null,
    }
  }
  return { text: sentenceOf(step, speech, isLong), isOfServer: false }
}

type PlainStep = Exclude<NextStep, { readonly kind: "error" | "warning" }>

function sentenceOf(step: PlainStep, speech: StepSpeech, isLong: boolean): string {
  const { t, amount, dayInSentence: day } = speech
  switch (step.kind) {
    case "place":
      return placeWords(step, speech, isLong)
    case "overdue":
      return t("step.overdue", { amount: amount(step.amount), date: day(step.dueOn), count: step.daysLate })
    case "failed":
      return t("step.failed", { amount: amount(step.amount), date: day(step.dueOn) })
    case "taken_back":
      return takenBackWords(step, speech)
    case "refund_unplaced":
      return t("step.refund", { amount: amount(step.amount), date: day(step.occurredOn) })
    case "surplus":
      return t(`step.surplus.${step.owed}`, { money: moneyWords(step.money, speech) })
    case "next_instalment":
      return nextWords(step, speech)
    case "return_expected":
      return t("step.returning", { amount: amount(step.amount) })
    case "unpaid":
      return unpaidWords(step, speech)
    case "nothing_to_pay":
      return t(step.isCancelled ? "step.cancelled" : "step.zero")
    case "done":
      return step.idle ? t("step.idle", { money: moneyWords(step.idle, speech) }) : t("step.done")
  }
}

/** What the button of a "place" step says: how much it places, where that is not all of the money. */
export function placeLabel(step: PlaceStep, { t, amount }: Pick<StepSpeech, "t" | "amount">): string {
  return step.amount === step.money.amount
    ? t("step.place.all")
    : t("step.place.part", { amount: amount(step.amount) })
}

/** What was placed, or put back, once it is done. */
export function placedWords(step: PlaceStep, { t, amount }: Pick<StepSpeech, "t" | "amount">): string {
  const [first] = step.items
  return t("card.placed", {
    amount: amount(step.amount),
    count: step.items.length,
    title: first ? rowTitle(first.key, first.title, t) : "",
  })
}

function placeWords(step: PlaceStep, speech: StepSpeech, isLong: boolean): string {
  const form = `${step.isExact ? "exactly" : "rest"}${isLong ? "Here" : ""}`
  const missing = speech.amount(step.missing)
  return speech.t(`step.place.${form}`, { money: moneyWords(step.money, speech), missing })
}

function takenBackWords(
  { amount, occurredOn, how, items }: Extract<NextStep, { kind: "taken_back" }>,
  speech: StepSpeech,
): string {
  const { t, has, dayInSentence } = speech
  const key = `step.takenBack.${how}`
  const said = t(has(key) ? key : "step.takenBack.other", {
    amount: speech.amount(amount),
    date: dayInSentence(occurredOn),
  })
  return `${said} ${t("step.takenBack.again", { count: items.length, title: firstTitle(items, t) })}`
}

function nextWords(step: Extract<NextStep, { kind: "next_instalment" }>, speech: StepSpeech): string {
  const { t, amount, dayInSentence } = speech
  const said = t(step.daysLeft === 0 ? "step.today" : "step.next", {
    amount: amount(step.amount),
    date: dayInSentence(step.dueOn),
    what: itemWords(step.items, t),
  })
  return step.notCovered === null
    ? said
    : `${said} ${t("step.notCovered", { amount: amount(step.notCovered) })}`
}

function unpaidWords(step: Extract<NextStep, { kind: "unpaid" }>, { t, amount }: StepSpeech): string {
  const said = { amount: amount(step.amount), what: itemWords(step.items, t) }
  if (step.isPaidInPart) return t("step.unpaid.part", said)
  return t(step.isAuthorized ? "step.unpaid.authorized" : "step.unpaid.none", said)
}

function moneyWords({ amount: value, count, first }: LooseMoney, speech: StepSpeech): string {
  const { t, amount, dayInSentence } = speech
  const said = amount(value)
  return count > 1
    ? t("step.amounts", { amount: said, count })
    : t("step.money", { amount: said, means: meansWords(first, t), date: dayInSentence(first.occurred_on) })
}

const KNOWN = new Set<string>(METHODS)
const WITHOUT_METHOD = new Set<string>(["deposit", "opening_balance", "stored_value", "credit"])

/** "in cash", "by Klarna". */
function meansWords(column: LooseMoney["first"], t: StepSpeech["t"]): string {
  const { method, kind, provider_id: provider } = column
  const label = meansLabel(column, t)
  if (label === null || (method === "other" && provider === null))
    return t(`step.means.${WITHOUT_METHOD.has(kind) ? kind : "payment"}`)
  const known = method === "other" && provider !== null ? nameOfProvider(provider) : method
  return known !== null && known !== "other" && KNOWN.has(known)
    ? t(`step.means.${known}`)
    : t("step.means.named", { method: label })
}

const firstTitle = ([first]: readonly StepItem[], t: StepSpeech["t"]): string =>
  first ? rowTitle(first.key, first.title, t) : ""

const itemWords = (items: readonly StepItem[], t: StepSpeech["t"]): string =>
  t("step.items", { count: items.length, title: firstTitle(items, t) })
