import { exactSum, negated, quantise, signOf } from "../domain/quantise"
import { decimalOf } from "../domain/money"
import type { KeptAmount } from "./facts"

/** The exact text, or the number where there is none: an order without exact texts is told of as unreadable. */
export const amountOf = ({ raw, plain }: KeptAmount): string => raw ?? plain ?? "0"

export const sumOf = (rows: readonly KeptAmount[] | null): string => exactSum((rows ?? []).map(amountOf))

export const less = (one: string, other: string): string => exactSum([one, negated(other)])

const absolute = (units: bigint): bigint => (units < 0n ? -units : units)

/** A difference in whole units of the smallest coin; what is less than half of one is none. */
export const unitsApart = (one: string, other: string, digits: number): bigint =>
  absolute(quantise(less(one, other), digits))

/** Two amounts that a person would call the same. */
export const isSame = (one: string, other: string, digits: number): boolean =>
  unitsApart(one, other, digits) === 0n

export const magnitude = (amount: string, digits: number): string =>
  decimalOf(absolute(quantise(amount, digits)), digits)

/** Further digits that are looked at: what is finer comes of dividing, and is nobody's price. */
const FINER = 3

/** Whether an amount has fractions of the smallest coin. */
export function isFractional(amount: string, digits: number): boolean {
  return quantise(amount, digits + FINER) !== quantise(amount, digits) * 10n ** BigInt(FINER)
}

/** As the host shows what is due: nothing where it comes to its epsilon at most, which is one smallest coin. */
export function shownDue(due: string, digits: number): string {
  const epsilon = decimalOf(1n, digits)
  const size = signOf(due) < 0 ? negated(due) : due
  return signOf(less(size, epsilon)) <= 0 ? "0" : due
}

/** An exact amount with no fewer digits than its currency has. */
export function written(amount: string, digits: number): string {
  return isFractional(amount, digits) ? exactSum([amount]) : decimalOf(quantise(amount, digits), digits)
}

/** A number of the host's carries more digits than these. */
const CARRIED = 12

/** Whether a row's number and its exact text are two amounts. */
export function isWrittenTwice({ raw, plain }: KeptAmount, digits: number): boolean {
  if (raw === null || plain === null || isSame(raw, plain, digits)) return false
  const apart = less(raw, plain)
  const size = signOf(raw) < 0 ? negated(raw) : raw
  const least = signOf(apart) < 0 ? negated(apart) : apart
  // Large amounts lose their last digits in a number, and only there.
  return quantise(least, CARRIED) * 10n ** BigInt(CARRIED) > quantise(size, CARRIED)
}
