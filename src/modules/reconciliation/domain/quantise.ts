import { Decimal } from "decimal.js"

/**
 * Host amounts are decimals of any length (tax on 3 × 24.99 is 83.029275). They become minor units
 * here and nowhere else. The default precision of decimal.js, 20, would round long amounts silently.
 */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP })

/** Rounds a host amount to minor units, halves away from zero as commerce does. */
export function quantise(raw: string, digits: number): bigint {
  return BigInt(new Exact(raw).times(new Exact(10).pow(digits)).toFixed(0, Decimal.ROUND_HALF_UP))
}

/** The exact sum of host amounts. */
export function exactSum(raws: readonly string[]): string {
  return raws.reduce((sum, raw) => sum.plus(raw), new Exact(0)).toFixed()
}

/** What some of the equal parts of a host amount are worth, exact to forty figures. */
export function partOf(raw: string, part: number, whole: number): string {
  return new Exact(raw).times(part).div(whole).toFixed()
}

/** The exact negation of a host amount. */
export function negated(raw: string): string {
  return new Exact(raw).negated().toFixed()
}

/** −1, 0 or 1. */
export function signOf(raw: string): number {
  return new Exact(raw).comparedTo(0)
}

/**
 * Rounds a series so that every running total is the rounded exact running total. Three captures of
 * 83.333… of one payment become 83.33, 83.34, 83.33: together what the provider charged.
 */
export function quantiseCumulatively(raws: readonly string[], digits: number): bigint[] {
  let exact = new Exact(0)
  let before = 0n
  return raws.map((raw) => {
    exact = exact.plus(raw)
    const total = quantise(exact.toFixed(), digits)
    const part = total - before
    before = total
    return part
  })
}
