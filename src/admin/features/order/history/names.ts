import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import type { DecimalString, NamedItem } from "../../../../types/http"
import { nameOf } from "../../../lib/because"
import { givenByPerson, rowTitle } from "../../../lib/names"
import type { Speech } from "../../../lib/speech"
import { meansLabel } from "../../../lib/labels"

/** The words of a language, and how it writes amounts of one currency beside each other. */
export interface HistorySpeech extends Speech {
  /** Without the currency's sign, which is said once. */
  amount: (value: DecimalString) => string
  /** Decimal digits of the currency. */
  digits: number
}

export const amountOf = (
  units: bigint,
  { amount, digits }: Pick<HistorySpeech, "amount" | "digits">,
): string => amount(decimalOf(units, digits))

export const IS_MONEY: ReadonlySet<NamedItem["kind"]> = new Set([
  "payment",
  "deposit",
  "opening_balance",
  "stored_value",
])

/** What people call money: "Cheque CHQ 7315", "Card payment of Oct 2, 2026", "Cash of Nov 26, 2026". */
export function moneyName(item: NamedItem, speech: Speech): string {
  const { t, day } = speech
  const { kind, reference, occurred_on: on } = item
  if (!IS_MONEY.has(kind)) return nameOf(item, speech)
  const means = meansLabel(item, t)
  const what = means ?? t(`kinds.${kind}`)
  const number = givenByPerson(kind, reference)
  if (number !== null) return `${what} ${number}`
  const isPayment = kind === "payment" && means !== null
  return isPayment ? t("said.paymentBy", { means, date: day(on) }) : t("names.dated", { what, date: day(on) })
}

/** A row's title, or what money is called. */
export function endName(item: NamedItem, speech: Speech): string {
  const { row, title } = item
  if (row === null) return moneyName(item, speech)
  return rowTitle(row, title, speech.t) ?? nameOf(item, speech)
}

/** The one by its name, several by their number: "Violin outfit", "5 items". */
export function namesOf(items: readonly NamedItem[], speech: Speech): string {
  const [only] = items
  return items.length === 1 && only ? endName(only, speech) : speech.t("said.items", { count: items.length })
}
