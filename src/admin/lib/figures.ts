import { LARGEST_AMOUNT } from "../../modules/reconciliation/domain/money"

/** One of the two signs that stand before decimals to some and between thousands to others. */
export type Separator = "." | ","

/** Figures as they are understood: digits only, nothing is rounded. */
export interface Reading {
  /** May be empty: ".50". */
  whole: string
  /** May be empty, and longer than the currency has digits. */
  fraction: string
}

export type Figures =
  /** "1.2.3", "1,23,4": no number. */
  | { ways: "none" }
  /** "1 234,50", "12.5"; `decimal` is the sign that must be the decimal one for it, null where none shows. */
  | { ways: "one"; reading: Reading; decimal: Separator | null }
  /** "1,234": the sign is the decimal one, or it groups. */
  | { ways: "two"; sign: Separator; decimals: Reading; grouped: Reading }

export const otherSeparator = (sign: Separator): Separator => (sign === "." ? "," : ".")

const DIGITS = /^\d*$/
/** "1 234 567": one sign throughout, and never a first group of "0", so that "0.500" is a half. */
const GROUPED = /^[1-9]\d{0,2}(?:([ .,'’])\d{3})(?:\1\d{3})*$/
/** "12,34,567": how India groups. */
const LAKHS = /^[1-9]\d?(?:,\d{2})+,\d{3}$/

/**
 * In how many ways figures are a number.
 *
 * @param text digits, ".", ",", apostrophes and plain spaces; no sign, no currency
 */
export function figuresOf(text: string): Figures {
  const dot = readingWith(text, ".")
  const comma = readingWith(text, ",")
  const separated = /[.,]/.test(text)
  if (dot && comma && separated) {
    // Had it both signs, one of the two ways would not fit.
    return text.includes(".")
      ? { ways: "two", sign: ".", decimals: dot, grouped: comma }
      : { ways: "two", sign: ",", decimals: comma, grouped: dot }
  }
  const reading = dot ?? comma
  return reading ? { ways: "one", reading, decimal: separated ? (dot ? "." : ",") : null } : { ways: "none" }
}

function readingWith(text: string, decimal: Separator): Reading | null {
  const [whole = "", fraction = "", ...more] = text.split(decimal)
  const fits = DIGITS.test(whole) || GROUPED.test(whole) || LAKHS.test(whole)
  return fits && DIGITS.test(fraction) && more.length === 0
    ? { whole: whole.replaceAll(/\D/g, ""), fraction }
    : null
}

/** True for decimals that the currency has, with zeros behind them or not: "12.5000" is 12.50. */
export const isExact = ({ fraction }: Reading, digits: number): boolean => /^0*$/.test(fraction.slice(digits))

/** A reading as minor units, not negative. */
export function unitsOf(reading: Reading, digits: number): bigint | "too_precise" | "too_large" {
  if (!isExact(reading, digits)) return "too_precise"
  const { whole, fraction } = reading
  const figures = (whole + fraction.slice(0, digits).padEnd(digits, "0")).replace(/^0+/, "")
  // The length first: somebody may paste a million digits, and BigInt would take its time.
  if (figures.length > LARGEST_AMOUNT.toString().length) return "too_large"
  const units = BigInt(figures)
  return units > LARGEST_AMOUNT ? "too_large" : units
}
