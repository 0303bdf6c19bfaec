export interface DateFormat {
  /** An ISO day, which has no time zone: the same day for every reader. */
  day: (value: string) => string
  /** The same in a sentence: the year is left out where it is this one. */
  dayInSentence: (value: string) => string
  /** An ISO timestamp, in the reader's own time zone. */
  moment: (value: string) => string
}

/** @param today as YYYY-MM-DD */
export function dateFormat(locale: string, today = todayOf(new Date())): DateFormat {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  const near = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
  return {
    day: (value) => orRaw(value, () => day.format(noon(value))),
    dayInSentence: (value) =>
      orRaw(value, () => {
        const format = value.slice(0, 4) === today.slice(0, 4) ? near : day
        return ordinal(format.format(noon(value)), locale)
      }),
    moment: (value) => orRaw(value, () => moment.format(new Date(value))),
  }
}

const noon = (value: string): Date => new Date(`${value.slice(0, 10)}T12:00:00Z`)

/** The first of a month has a word of its own in French: "1ᵉʳ déc.". */
export const ordinal = (day: string, locale: string): string =>
  locale.startsWith("fr") ? day.replace(/(^|\s)1(?=\s)/, (_, before: string) => `${before}1ᵉʳ`) : day

/** The day it is where the reader is, as YYYY-MM-DD. */
export function todayOf(now: Date): string {
  const figures = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return figures.map((figure) => String(figure).padStart(2, "0")).join("-")
}

/** How many days lie between two, as YYYY-MM-DD; below zero when the second is the earlier one. */
export function daysBetween(one: string, other: string): number {
  return (noon(other).getTime() - noon(one).getTime()) / DAY_MS
}

const DAY_MS = 86_400_000

const [WEEK, MONTH, YEAR] = [7, 30.44, 365.25] as const
/** Up to so many of a unit; what is further away is said in the next larger one. */
const [MOST_DAYS, MOST_WEEKS, MOST_MONTHS] = [2 * WEEK, 9 * WEEK, 2 * YEAR] as const

/** How far a day is from another, both as YYYY-MM-DD: "in 4 days", "in 5 weeks", "tomorrow". */
export function relativeDay(locale: string, today: string, value: string): string {
  const days = daysBetween(today, value)
  const away = Math.abs(days)
  const [count, unit] =
    away < MOST_DAYS
      ? ([days, "day"] as const)
      : away < MOST_WEEKS
        ? ([days / WEEK, "week"] as const)
        : away < MOST_MONTHS
          ? ([days / MONTH, "month"] as const)
          : ([days / YEAR, "year"] as const)
  return orRaw(value, () =>
    new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(count), unit),
  )
}

/** `Intl` throws on an invalid date; a screen must not fall over for one. */
function orRaw(value: string, render: () => string): string {
  try {
    return render()
  } catch {
    return value
  }
}
