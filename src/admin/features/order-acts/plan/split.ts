/** How far instalments lie apart. */
export const INTERVALS = ["week", "fortnight", "month", "quarter"] as const
export type Interval = (typeof INTERVALS)[number]

const DAYS: Readonly<Partial<Record<Interval, number>>> = { week: 7, fortnight: 14 }
const MONTHS: Readonly<Partial<Record<Interval, number>>> = { month: 1, quarter: 3 }

/**
 * The day some intervals after another one; a month that has no such day gives its last: January 31, February 28.
 *
 * @param first YYYY-MM-DD
 */
export function dayAfter(first: string, interval: Interval, times: number): string {
  const [year = 0, month = 1, day = 1] = first.split("-").map(Number)
  const days = DAYS[interval]
  if (days !== undefined) return isoOf(Date.UTC(year, month - 1, day + days * times))
  const ahead = month - 1 + (MONTHS[interval] ?? 1) * times
  const last = new Date(Date.UTC(year, ahead + 1, 0)).getUTCDate()
  return isoOf(Date.UTC(year, ahead, Math.min(day, last)))
}

/** The day some days after another one. */
export function daysAfter(first: string, days: number): string {
  const [year = 0, month = 1, day = 1] = first.split("-").map(Number)
  return isoOf(Date.UTC(year, month - 1, day + days))
}

const isoOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** Equal parts of an amount, minor units; the last takes what does not divide. */
export function evenParts(amount: bigint, count: number): bigint[] {
  const part = amount / BigInt(count)
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? amount - part * BigInt(count - 1) : part,
  )
}

/** A share of an amount in per cent, rounded down, and the rest. */
export function shareAndRest(amount: bigint, percent: number): [share: bigint, rest: bigint] {
  const share = (amount * BigInt(percent)) / 100n
  return [share, amount - share]
}
