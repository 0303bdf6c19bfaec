import { ReconciliationError } from "./errors"

/** One formatter a time zone: making one costs more than a thousand uses. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of a moment in a time zone, as YYYY-MM-DD. */
export function dayOf(moment: string, timeZone: string): string {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    // The Swedish calendar writes days as ISO does.
    formatter = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    })
    formatters.set(timeZone, formatter)
  }
  return formatter.format(new Date(moment))
}

/** The day so many days after a day, as YYYY-MM-DD. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** How many days after one day another one is; negative when it came before. */
export function daysBetween(day: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(day)) / 86_400_000)
}

/** A day without a time is that day wherever the store is; among the moments of the day it counts as noon. */
export function whenOf(stated: string, timeZone: string): { occurredAt: string; occurredOn: string } {
  if (/^\d{4}-\d{2}-\d{2}$/.test(stated)) {
    return { occurredAt: `${stated}T12:00:00.000Z`, occurredOn: stated }
  }
  const occurredAt = new Date(stated).toISOString()
  return { occurredAt, occurredOn: dayOf(occurredAt, timeZone) }
}

/**
 * The same of money that has moved, which no day after today can have seen.
 *
 * @param stated null is now
 * @param now the moment it is recorded, ISO
 * @throws date_in_future
 */
export function pastWhenOf(
  stated: string | null,
  timeZone: string,
  now: string,
): { occurredAt: string; occurredOn: string } {
  const when = whenOf(stated ?? now, timeZone)
  const today = dayOf(now, timeZone)
  if (when.occurredOn <= today) return when
  throw new ReconciliationError({
    type: "invalid_data",
    code: "date_in_future",
    message: `${when.occurredOn} has not come yet: in ${timeZone} today is ${today}.`,
    ids: { occurred_on: when.occurredOn, today },
    remedy: `Send the day on which the money moved, ${today} at the latest.`,
  })
}
