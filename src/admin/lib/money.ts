import type { DecimalString } from "../../types/http"

/**
 * Decimal strings are formatted as they are: `Intl.NumberFormat` reads a numeric string exactly,
 * a JavaScript number would lose cents beyond 2^53. The digits are those of the answer, never
 * Intl's own idea of the currency. Its hyphen becomes a minus: a hyphen is shorter than a figure and may end a line.
 * What is copied, or typed into, is written by `writeAmount`.
 */
function format(value: DecimalString, digits: number, formatter: Intl.NumberFormat): string {
  if (!/^-?\d+(\.\d+)?$/.test(value) || (value.split(".")[1] ?? "").length > digits) {
    return value // shown as received rather than rounded or guessed
  }
  return formatter.format(value as Intl.StringNumericLiteral).replace("-", "−")
}

export interface MoneyFormat {
  /** "1,234.50": inside the matrix, where the currency is said once. */
  amount: (value: DecimalString) => string
  /** "€1,234.50": on its own. */
  money: (value: DecimalString) => string
}

const formats = new Map<string, MoneyFormat>()

/** How a language writes amounts of a currency; made once, because a page has thousands of them. */
export function moneyFormat(locale: string, currencyCode: string, digits: number): MoneyFormat {
  const key = `${locale} ${currencyCode} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const made = newFormat(locale, currencyCode, digits)
  formats.set(key, made)
  return made
}

function newFormat(locale: string, currencyCode: string, digits: number): MoneyFormat {
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const amount = new Intl.NumberFormat(locale, fraction)
  const money = new Intl.NumberFormat(locale, {
    ...fraction,
    style: "currency",
    currency: currencyCode.toUpperCase(),
  })
  return {
    amount: (value) => format(value, digits, amount),
    money: (value) => format(value, digits, money),
  }
}

/** True for "0", "0.00", "-0.000". */
export function isZero(value: DecimalString): boolean {
  return /^-?0+(\.0+)?$/.test(value)
}
