import { ReconciliationError } from "./errors"

/**
 * Money in the domain is a non-negative bigint of minor units (cents, yen, fils) of one currency; a
 * side carries the direction. This file is the only place that turns it into text and back.
 */

/** The most one open item may hold, in minor units; the database has the same bound as a CHECK. */
export const LARGEST_AMOUNT = 10n ** 15n

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * Reads a decimal string as signed minor units, exactly.
 *
 * @param text for example "75.00"; no exponent, no thousands separator
 * @param digits decimal digits of the currency
 * @param field where it was one amount of several, as "instalments.2.amount"; a refusal names it
 * @throws amount_malformed | amount_too_precise
 */
export function minorUnitsOf(text: string, digits: number, field?: string): bigint {
  const match = DECIMAL.exec(text)
  if (!match) {
    throw new ReconciliationError({
      type: "invalid_data",
      code: "amount_malformed",
      ...named(field),
      message: `${before(field)}"${text.slice(0, 40)}" is not a decimal amount.`,
      remedy: 'Send the amount as a decimal string such as "75.00".',
    })
  }
  const [, sign = "", whole = "0", fraction = ""] = match
  if (/[^0]/.test(fraction.slice(digits))) {
    throw new ReconciliationError({
      type: "invalid_data",
      code: "amount_too_precise",
      ...named(field),
      message: `${before(field)}${text.slice(0, 40)} has more decimals than its currency: ${digits}.`,
      remedy: `Send at most ${digits} decimals.`,
    })
  }
  const units = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"))
  return sign === "-" ? -units : units
}

/** The same of a limit: what is finer than the currency is cut off, so that a limit of 0.505 is 0.50 in euros. */
export function limitUnitsOf(text: string, digits: number): bigint {
  const [whole = "", fraction = ""] = text.split(".")
  return minorUnitsOf(`${whole}.${fraction.slice(0, digits).padEnd(1, "0")}`, digits)
}

/**
 * Reads an amount of money that somebody entered: positive and within bounds.
 *
 * @throws amount_malformed | amount_too_precise | amount_not_positive | amount_too_large
 */
export function positiveMinorUnitsOf(text: string, digits: number, field?: string): bigint {
  const units = minorUnitsOf(text, digits, field)
  if (units <= 0n) {
    throw new ReconciliationError({
      type: "invalid_data",
      code: "amount_not_positive",
      ...named(field),
      message: `${before(field)}The amount ${text} is not above zero.`,
      remedy: "Send a positive amount; money paid back is a refund, recorded in the host.",
    })
  }
  if (units > LARGEST_AMOUNT) {
    throw new ReconciliationError({
      type: "invalid_data",
      code: "amount_too_large",
      ...named(field),
      message: `${before(field)}The amount ${text} is above the limit of ${decimalOf(LARGEST_AMOUNT, digits)}.`,
      remedy: "Check the amount, or record it in parts.",
    })
  }
  return units
}

const named = (field: string | undefined): { ids?: { fields: string } } =>
  field === undefined ? {} : { ids: { fields: field } }

const before = (field: string | undefined): string => (field === undefined ? "" : `${field}: `)

/** Writes signed minor units as a decimal string with exactly `digits` decimals. */
export function decimalOf(units: bigint, digits: number): string {
  const sign = units < 0n ? "-" : ""
  const figures = (units < 0n ? -units : units).toString().padStart(digits + 1, "0")
  if (digits === 0) return sign + figures
  return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}

export function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other
}
