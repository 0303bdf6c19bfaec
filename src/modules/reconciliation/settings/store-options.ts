import { knownNames, refusedOption } from "./option-checks"

/** A day of the calendar as "2026-10-12", or null for none. */
export function dayOrNull(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const at = new Date(`${value}T00:00:00.000Z`)
    if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)) return value
  }
  throw refusedOption(`${name} is ${JSON.stringify(value)}; use a day such as "2026-10-12".`)
}

/** A series in a year: "R-2026". */
const SERIES_OF_YEAR = /^[A-Z][A-Z0-9]{0,7}-\d{4}$/
const LARGEST_NUMBER = 99_999_999

/** The first number of a series in a year. */
export function firstReceiptsOf(value: unknown): Record<string, number> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw refusedOption(`firstReceipts is ${JSON.stringify(value)}; use an object such as { "R-2026": 132 }.`)
  for (const [series, number] of Object.entries(value)) {
    if (!SERIES_OF_YEAR.test(series))
      throw refusedOption(`firstReceipts names ${JSON.stringify(series)}; use a series and a year, "R-2026".`)
    if (!Number.isInteger(number) || number < 1 || number > LARGEST_NUMBER)
      throw refusedOption(
        `firstReceipts.${series} is ${JSON.stringify(number)}; use a whole number from 1 to ${LARGEST_NUMBER}.`,
      )
  }
  return value as Record<string, number>
}

/** Which options are fixed in the configuration: all, or those that are named. */
export function lockedOf(value: boolean | readonly string[], names: readonly string[]): readonly string[] {
  if (typeof value === "boolean") return value ? names : []
  if (!Array.isArray(value))
    throw refusedOption(`locked is ${JSON.stringify(value)}; use true or a list of options.`)
  knownNames("locked", Object.fromEntries(value.map((name) => [String(name), true])), names)
  return value
}
