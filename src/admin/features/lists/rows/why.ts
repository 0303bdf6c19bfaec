import type { ListedTransactionView, WhyOpen } from "../../../../types/http"
import { isZero } from "../../../lib/money"

export interface WhySpeech {
  readonly t: (key: string, values?: Record<string, string | number>) => string
  readonly has: (key: string) => boolean
  /** How amounts of the transaction's currency are written. */
  readonly amount: (value: string) => string
}

/** Why a transaction is open, in one sentence; null of what is settled. */
export function whyWords(
  one: Pick<ListedTransactionView, "why" | "side" | "kind" | "open" | "charges" | "next_step">,
  speech: WhySpeech,
): string | null {
  const { why, side, kind } = one
  if (why === null) return null
  const { t, has, amount } = speech
  const say = (key: string, values?: Record<string, string | number>) => t(`lists.why.${key}`, values)
  switch (why.code) {
    case "contradiction": {
      const key = `lists.why.problems.${why.problem}`
      return has(key) ? t(key) : say("contradiction")
    }
    case "instalment_late":
      return say("instalment_late", { amount: amount(why.amount), count: why.days })
    case "planned":
      return isZero(why.uncovered)
        ? say("plannedAll", { planned: amount(why.planned) })
        : say("planned", { planned: amount(why.planned), uncovered: amount(why.uncovered) })
    case "nothing_paid":
    case "partly_paid":
      return paidWords(why, one, speech)
    case "fits_order":
      return say("fits_order", { id: why.order.display_id })
    case "nothing_owed":
      return say(kind === "credit" ? "nothing_owed_credit" : "nothing_owed")
    case "open":
      return say(side === "debit" ? "owed" : "idle")
    case "taken_back":
      return say("taken_back", { amount: amount(one.charges) })
    case "not_captured":
      return why.paid === null
        ? say("not_captured")
        : say("not_captured_rest", { paid: amount(why.paid), total: amount(why.total) })
    case "paid_back":
    case "fits_none":
    case "unknown_owner":
      return say(why.code)
  }
}

function paidWords(
  why: Extract<WhyOpen, { code: "nothing_paid" | "partly_paid" }>,
  { open, next_step: step }: Pick<ListedTransactionView, "open" | "next_step">,
  { t, amount }: WhySpeech,
): string {
  const unapplied = why.unapplied === null || isZero(why.unapplied) ? null : amount(why.unapplied)
  const key = `lists.why.${why.code}`
  // Several that make up the sum fit only together, and one at a time is applied.
  const isOne = why.unapplied === open && step?.act === "apply" && step.amount === open
  const rest = `${key}_${isOne ? "fits" : "unapplied"}`
  if (why.code === "nothing_paid") return unapplied === null ? t(key) : t(rest, { unapplied })
  const said = { paid: amount(why.paid), total: amount(why.total) }
  return unapplied === null ? t(key, { ...said, count: why.lines }) : t(rest, { ...said, unapplied })
}
