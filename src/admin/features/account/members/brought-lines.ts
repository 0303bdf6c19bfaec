import type { BroughtView, DecimalString } from "../../../../types/http"
import { isZero, moneyFormat } from "../../../lib/money"
import type { Words } from "../../../lib/use-words"

/** As many numbers of orders are named in a line. */
const NAMED = 6

interface BroughtLine {
  readonly key: string
  readonly what: string
  readonly detail: string | null
  readonly amount: string
}

/** What goes from one account to another, in words; nothing of what is zero. */
export function linesOf(one: BroughtView, { t, locale }: Pick<Words, "t" | "locale">): BroughtLine[] {
  const { order_count: count, orders, currency_code: currency, from_account_id: from } = one
  const named = orders.slice(0, NAMED).map(({ display_id: id }) => `#${id}`)
  const more = count > named.length ? t("members.brought.more", { count: count - named.length }) : ""
  const lines = [
    ["open", t("members.brought.orders", { count }), [named.join(", "), more].filter(Boolean).join(" ")],
    ["unallocated", t("members.brought.credits"), null],
    ["money", t("members.brought.money"), null],
    ["debts", t("members.brought.debts"), null],
  ] as const
  return lines
    .filter(([of]) => !isZero(one[of]))
    .map(([of, what, detail]) => ({
      key: `${from} ${of}`,
      what,
      detail,
      amount: withCurrency(one[of], currency, locale),
    }))
}

/** A decimal string has exactly the digits of its currency. */
export const digitsOf = (value: DecimalString): number => value.split(".")[1]?.length ?? 0

/** With its currency, for one act moves several. */
export const withCurrency = (value: DecimalString, currency: string, locale: string): string =>
  moneyFormat(locale, currency, digitsOf(value)).money(value)
