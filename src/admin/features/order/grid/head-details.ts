import type { InstalmentView, MatrixColumn } from "../../../../types/http"
import { givenByPerson } from "../../../lib/names"
import { relativeDay } from "../../../lib/dates"
import { meansLabel } from "../../../lib/labels"
import { isZero } from "../../../lib/money"

type Translate = (key: string, values?: Record<string, string | number>) => string

/**
 * What is known of money beside its way, its day and its amount: the number that a person gave it, else that nobody
 * has applied it to an order yet, how a refund went, what took it back; null where nothing is.
 */
export function moneyDetail(column: MatrixColumn, t: Translate): string | null {
  const given = givenByPerson(column.kind, column.reference)
  switch (column.kind) {
    case "deposit":
    case "opening_balance":
      return given ?? t("grid.onAccount")
    case "stored_value":
      return given
    case "credit":
      return isZero(column.amount) ? t("grid.betweenItems") : null
    case "refund":
    case "reversal":
    case "write_off":
      return meansLabel(column, t) ?? given
    case "payment":
      return null
  }
}

interface Said {
  readonly t: Translate
  readonly locale: string
  /** As YYYY-MM-DD. */
  readonly today: string
}

/** When a planned payment is to come, or that it should have. */
export function instalmentDetail({ state, due_on: day }: InstalmentView, { t, locale, today }: Said): string {
  return state === "scheduled" ? relativeDay(locale, today, day) : t(`plan.states.${state}`)
}
