import { ReconciliationError } from "../domain/errors"

/** A place in a list that is ordered by day and id. */
export interface Place {
  readonly day: string
  readonly id: string
}

/** A place as a caller hands it back for the next page. */
export const cursorOf = (day: string, id: string): string => `${day}_${id}`

/** @throws cursor_malformed */
export function placeOf(cursor: string): Place {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})_(\d{1,18})$/.exec(cursor) ?? []
  if (day && id && isDay(day)) return { day, id }
  throw malformed(cursor)
}

function malformed(cursor: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "cursor_malformed",
    message: `"${cursor.slice(0, 60)}" is not a cursor of this list.`,
    remedy: "Send the next_cursor of the page before, unchanged, or none to begin.",
  })
}

/** A place in a list that is ordered by currency, of which there is one entry each. */
export interface CurrencyPlace {
  readonly currencyCode: string
  readonly id: string
}

export const currencyCursorOf = (currencyCode: string, id: string): string => `${currencyCode}_${id}`

/** @throws cursor_malformed */
export function currencyPlaceOf(cursor: string): CurrencyPlace {
  const [, currencyCode, id] = /^([a-z]{3})_(\d{1,18})$/.exec(cursor) ?? []
  if (currencyCode && id) return { currencyCode, id }
  throw malformed(cursor)
}

/** A place in a list that is ordered by a number of the ledger's alone. */
export const numberCursorOf = (id: string): string => id

/** @throws cursor_malformed */
export function numberPlaceOf(cursor: string): string {
  if (/^\d{1,18}$/.test(cursor)) return cursor
  throw malformed(cursor)
}

/**
 * Date.parse takes the thirtieth of February for the second of March; a day that is one comes back the same. It also
 * has a year 0, which PostgreSQL has not.
 */
function isDay(day: string): boolean {
  if (day < "0001") return false
  const parsed = new Date(`${day}T00:00:00.000Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day)
}

/** A place in an account's transactions: a moment in microseconds since 1970, and a name that the ledger gives. */
export interface LedgerPlace {
  readonly moment: string
  readonly name: string
}

export const ledgerCursorOf = ({ moment, name }: LedgerPlace): string => `${moment}_${name}`

/** @throws cursor_malformed */
export function ledgerPlaceOf(cursor: string): LedgerPlace {
  const [, moment, name] = /^(-?\d{1,16})_([0-6]:[\w:]{1,40})$/.exec(cursor) ?? []
  if (moment && name) return { moment, name }
  throw malformed(cursor)
}

/** A place in the list of all transactions: what it is ordered by, and the number of the entry. */
export interface ListedPlace {
  readonly place: string
  readonly number: string
}

export const listedCursorOf = ({ place, number }: ListedPlace): string => `${place}_${number}`

/** @throws cursor_malformed */
export function listedPlaceOf(cursor: string, kind: "moment" | "size" | "owner"): ListedPlace {
  const shape = { moment: /^-?\d{1,17}$/, size: /^[a-z]{3}\.\d{1,16}$/, owner: /^0$/ }[kind]
  const [, place, number] = /^(.{1,24})_(\d{1,18})$/.exec(cursor) ?? []
  if (place && number && shape.test(place)) return { place, number }
  throw malformed(cursor)
}

/** A place among the host's orders: a moment in microseconds and an id; and how many came before it. */
export const orderRunCursorOf = (place: string, before: string): string => `${before}_${place}`

/** @throws cursor_malformed */
export function orderRunPlaceOf(cursor: string): readonly [place: string, before: string] {
  const [, before, place] = /^(\d{1,9})_(-?\d{1,17}_[\w-]{1,100})$/.exec(cursor) ?? []
  if (before && place) return [place, before]
  throw malformed(cursor)
}

/** A place in a run's results: an account or a chunk, and a place in it. */
export const runCursorOf = (group: string, place: string): string => `${group}_${place}`

/** @throws cursor_malformed */
export function runPlaceOf(cursor: string): readonly [group: string, place: string] {
  const [, group, place] = /^(\d{1,18})_(\d{1,18})$/.exec(cursor) ?? []
  if (group && place) return [group, place]
  throw malformed(cursor)
}
