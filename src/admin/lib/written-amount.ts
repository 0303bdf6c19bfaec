import { figuresOf, type Figures, type Separator } from "./figures"

/** How the amounts of one order are written. */
export interface AmountText {
  /** Decimal digits of the order's currency. */
  digits: number
  /** Decimal sign of the interface's language. */
  decimal: Separator
  /** ISO code in upper case. */
  currencyCode: string
  /** What else stands for the order's currency: "$", "US$"; capitals, spaces and invisible marks do not matter. */
  symbols: readonly string[]
}

/** What stands in a cell, taken apart; nothing of it is decided yet. */
export type WrittenAmount =
  | { kind: "blank" }
  /** A lone dash, as accountants write zero. */
  | { kind: "dash"; names: readonly string[] }
  /** `names` stand before and behind the figures, in small letters without spaces: "us$", "eur", mostly "". */
  | { kind: "figures"; figures: Figures; negative: boolean; names: readonly string[] }
  | { kind: "nonsense" }

/** No-break, figure, thin and narrow no-break space: what programs group thousands with. */
const SPACES = /[\u00A0\u2007\u2009\u202F]/g
/** Hyphens, en dash and minus; not the em dash, which nobody means as a sign. */
const MINUS = /[\u2010\u2011\u2013\u2212]/g
/** Marks of writing direction, zero-width joiners, soft hyphens. */
const INVISIBLE = /\p{Cf}/gu

/** ".50" begins with its decimal sign; behind anything but a sign, the dot belongs to the currency: "kr.50", "S/.50". */
const LEADING_SEPARATOR = /(?:^|[\s\p{Sc}(+-])([.,])$/u

const DASH = /[-\u2014]/

/** By the marks before and behind the figures. */
const NEGATIVE: Readonly<Record<string, boolean>> = { "": false, "+": false, "-": true, "()": true }

/**
 * Takes a cell apart: "(USD 12.00)", "$ -", "1 234,50 €".
 *
 * "12." is what somebody types who then wants no cents; only with the decimal sign of the language, and not before a
 * dash: "12.-" and "12,-" are twelve in some countries and would be minus twelve here, so they are no number.
 */
export function takeApart(text: string, as: AmountText): WrittenAmount {
  const clean = text.replaceAll(INVISIBLE, "").replaceAll(SPACES, " ").replaceAll(MINUS, "-").trim()
  if (clean === "") return { kind: "blank" }
  const [, front = "", middle = "", back = ""] = /^(\D*)(\d(?:.*\d)?)(\D*)$/s.exec(clean) ?? []
  if (middle === "") return takeDashApart(clean)
  const first = LEADING_SEPARATOR.exec(front)?.[1] ?? ""
  const last = back.startsWith(as.decimal) && !back.includes("-") ? as.decimal : ""
  const before = front.slice(0, front.length - first.length)
  const after = back.slice(last.length)
  const negative = NEGATIVE[before.replaceAll(/[^-+(]/g, "") + after.replaceAll(/[^-)]/g, "")]
  if (negative === undefined) return { kind: "nonsense" }
  const names = [before.replaceAll(/[-+(]/g, ""), after.replaceAll(/[-)]/g, "")].map(nameOf)
  return { kind: "figures", figures: figuresOf(first + middle + last), negative, names }
}

function takeDashApart(clean: string): WrittenAmount {
  const [before = "", after, ...more] = clean.split(DASH)
  return after === undefined || more.length > 0
    ? { kind: "nonsense" }
    : { kind: "dash", names: [before, after].map(nameOf) }
}

/** "Kr. " reads "kr". */
const nameOf = (text: string): string =>
  text
    .replaceAll(INVISIBLE, "")
    .replaceAll(/\s/g, "")
    .replace(/([\p{L}/])\.$/u, "$1")
    .toLowerCase()

/** True for no name at all, and for a sign of the order's currency, its code, or both: "$", "usd", "usd$". */
export function isOfOrder(name: string, { currencyCode, symbols }: AmountText): boolean {
  const beside = name.replace(currencyCode.toLowerCase(), "")
  return beside === "" || symbols.some((symbol) => nameOf(symbol) === beside)
}

let codes: ReadonlySet<string> | undefined

/** True for what names some money: letters with a currency sign, "r$", or a code, "chf". */
export function isCurrency(name: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf("currency"))
  return /^[\p{L}.]*\p{Sc}[\p{L}.]*$/u.test(name) || codes.has(name.toUpperCase())
}
