import { daysBetween } from "../../../lib/dates"
import type { ListSpeech } from "../list-speech"
import type { Dates, Filters } from "./sought"

export const FILTER_NAMES = [
  "dates",
  "account",
  "state",
  "kind",
  "currency",
  "channel",
  "gl",
  "toCheck",
] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** What a filter is called. */
export const filterName = (name: FilterName, t: ListSpeech["t"]): string =>
  name === "toCheck"
    ? t("notes.mark")
    : name === "state"
      ? t("lists.columns.state")
      : t(`lists.filters.${name === "dates" ? "date" : name}`)

/** What a filter is set to, in words; null where it is not set. */
export function filterValue(
  name: FilterName,
  {
    filters,
    channelOf,
    accountOf,
  }: {
    readonly filters: Filters
    readonly channelOf: (id: string) => string
    readonly accountOf: (id: string) => string
  },
  speech: Pick<ListSpeech, "t" | "dayInSentence" | "kindOf">,
): string | null {
  switch (name) {
    case "dates":
      return filters.dates && datesValue(filters.dates, speech)
    case "kind":
      return filters.kind && speech.kindOf(filters.kind)
    case "currency":
      return filters.currency?.toUpperCase() ?? null
    case "channel":
      return filters.channel && channelOf(filters.channel)
    case "account":
      return filters.account && accountOf(filters.account)
    case "state":
      return filters.state && speech.t(`states.${filters.state}.short`)
    case "gl":
      return filters.gl
    case "toCheck":
      return filters.toCheck && speech.t("notes.toCheck")
  }
}

function datesValue(dates: Dates, { t, dayInSentence }: Pick<ListSpeech, "t" | "dayInSentence">): string {
  if ("preset" in dates) return t(`lists.dates.${dates.preset}`)
  const [from, to] = [dates.from && dayInSentence(dates.from), dates.to && dayInSentence(dates.to)]
  if (!to) return t("lists.filters.since", { from: from ?? "" })
  if (!from) return t("lists.filters.until", { to })
  return dates.from === dates.to ? from : t("lists.filters.between", { from, to })
}

/** Days from one to the other; null while nothing is written, or the second comes first. */
export function rangeOf(from: string, to: string): Dates | null {
  if (from === "" && to === "") return null
  if (from !== "" && to !== "" && daysBetween(from, to) < 0) return null
  return { from: from === "" ? null : from, to: to === "" ? null : to }
}
