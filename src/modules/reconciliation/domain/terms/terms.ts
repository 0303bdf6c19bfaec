import { daysAfter } from "../day"

/**
 * Terms of payment: when something falls due, counted from the day from which it is owed. "30 days" are 30 days after it;
 * "30 days, end of month" the last day of the month that those 30 days end in, and with a day ("the 15th") that day of the
 * month after; "on delivery" so many days after the last piece was delivered.
 */
export type Terms =
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "end_of_month"; readonly days: number; readonly dayOfNextMonth: number | null }
  | { readonly kind: "on_delivery"; readonly days: number }

/** The day of what waits for a delivery: it is later than any other, and no day on which anything falls due. */
export const NOT_YET_DUE = "9999-12-31"

interface From {
  /** From when it is owed, YYYY-MM-DD. */
  readonly owedFrom: string
  /** When the last piece of it was delivered; null while one is not. */
  readonly deliveredOn: string | null
}

/** The day on which something falls due, YYYY-MM-DD; `NOT_YET_DUE` while it waits for its delivery. */
export function dueDayOf(terms: Terms, { owedFrom, deliveredOn }: From): string {
  switch (terms.kind) {
    case "days":
      return daysAfter(owedFrom, terms.days)
    case "end_of_month": {
      const ends = daysAfter(owedFrom, terms.days)
      return terms.dayOfNextMonth === null ? lastOfMonth(ends, 0) : dayOfMonth(ends, terms.dayOfNextMonth)
    }
    case "on_delivery":
      return deliveredOn === null ? NOT_YET_DUE : daysAfter(deliveredOn, terms.days)
  }
}

/** The last day of the month so many months after a day's. */
function lastOfMonth(day: string, monthsAfter: number): string {
  const [year = 0, month = 0] = day.split("-").map(Number)
  // The day before the first of the month that follows.
  return new Date(Date.UTC(year, month + monthsAfter, 0)).toISOString().slice(0, 10)
}

/** A day of the next month, or its last one where it has fewer. */
function dayOfMonth(day: string, wanted: number): string {
  const last = lastOfMonth(day, 1)
  return Number(last.slice(8)) < wanted ? last : `${last.slice(0, 8)}${String(wanted).padStart(2, "0")}`
}

export function isSameTerms(one: Terms, other: Terms): boolean {
  return JSON.stringify(namedOf(one)) === JSON.stringify(namedOf(other))
}

const namedOf = (terms: Terms): unknown[] =>
  terms.kind === "end_of_month" ? [terms.kind, terms.days, terms.dayOfNextMonth] : [terms.kind, terms.days]
