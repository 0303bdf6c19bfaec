import { ordinal } from "../../lib/dates"

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** "Friday, November 27, 2026", as a line begins with it. */
export function wholeDay(locale: string, day: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" })
  const text = ordinal(format.format(noon(day)), locale)
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

/** What a browser says of a zone that has no name in a language. */
const OFFSET = /^(?:GMT|UTC)/

/** A time zone as people call it: "Eastern Time"; one without such a name, by its own. */
export function zoneName(locale: string, timeZone: string, day: string): string {
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" })
    const name = format.formatToParts(noon(day)).find(({ type }) => type === "timeZoneName")?.value
    return name === undefined || OFFSET.test(name) ? timeZone : name
  } catch {
    return timeZone
  }
}

/** "Tue, Dec 1": the day of what comes up. */
export const shortDay = (locale: string, day: string): string =>
  ordinal(
    new Intl.DateTimeFormat(locale, {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    }).format(noon(day)),
    locale,
  )
