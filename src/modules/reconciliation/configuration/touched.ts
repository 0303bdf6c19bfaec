import type { SettingEffect, SettingPreview, SettingValue } from "../../../types/http"
import { dayOf } from "../domain/day"
import type { Session } from "../ledger/database"
import type { SettingName } from "../settings/stored-values"
import type { Checked } from "./change"
import { countTouched, lastNumbers } from "./settings.sql"

interface Counts {
  readonly unapplied: number
  readonly mirrors: number
  readonly requests: number
  readonly codes: number
  readonly orders: number
  readonly orders_before: number
}

/** What some changes would touch and what they leave as it is, counted in the ledger. */
export async function touchedBy(
  session: Session,
  changes: readonly Checked[],
  now: string,
): Promise<SettingPreview[]> {
  const goLive = changes.find(({ name }) => name === "goLive")?.to
  const [counts] = await session.run<Counts>(countTouched, [typeof goLive === "string" ? goLive : null])
  if (!counts) throw new Error("nothing was counted")
  const first = changes.find(({ name }) => name === "firstReceipts")
  const series = Object.keys(first?.to ?? {})
  const last = await session.run<{ series: string; last: number }>(lastNumbers, [series])
  const given = new Map(last.map((row) => [row.series, row.last]))
  return changes.map((change) => ({
    name: change.name,
    from: change.from as SettingValue,
    to: change.to as SettingValue,
    effects: (EFFECTS[change.name] ?? fromNowOn)({ change, counts, given, now }),
  }))
}

interface Touching {
  readonly change: Checked
  readonly counts: Counts
  /** The last number of each series. */
  readonly given: ReadonlyMap<string, number>
  readonly now: string
}

type Touches = (of: Touching) => SettingEffect[]

const effect = (
  code: SettingEffect["code"],
  count: number | null = null,
  what: string | null = null,
): SettingEffect => ({ code, count, what })

const fromNowOn: Touches = () => [effect("from_now_on")]

const ofMoney: Touches = ({ counts }) => [effect("from_now_on"), effect("unapplied_stay", counts.unapplied)]

const EFFECTS: Partial<Record<SettingName, Touches>> = {
  goLive: ({ change, counts }) =>
    typeof change.to === "string"
      ? [effect("orders_before", null, change.to), effect("orders_stay", counts.orders_before)]
      : [effect("from_now_on")],
  timeZone: ({ change, now }) => {
    const today = dayOf(now, String(change.to))
    return [
      effect("days_stay"),
      ...(today === dayOf(now, String(change.from)) ? [] : [effect("today_becomes", null, today)]),
    ]
  },
  receipts: () => [effect("from_now_on"), effect("numbers_stay")],
  firstReceipts: ({ change, given }) => {
    const before = change.from as Record<string, number>
    return Object.entries(change.to as Record<string, number>)
      .filter(([series, first]) => before[series] !== first)
      .flatMap(([series, first]) => {
        const last = given.get(series) ?? 0
        const begins = effect("series_begins", first, series)
        return last > 0 && first > last + 1
          ? [begins, effect("numbers_left_out", first - last - 1, series)]
          : [begins]
      })
  },
  strategy: ofMoney,
  salesChannelStrategies: ofMoney,
  componentPriority: ofMoney,
  unappliedMoney: ({ change, counts }) =>
    change.to === "checkout_only"
      ? [effect("from_now_on"), effect("unapplied_left_to_people", counts.unapplied)]
      : [effect("from_now_on"), effect("unapplied_stay", counts.unapplied)],
  creditOfOrders: ofMoney,
  nightlyRun: ({ change, counts }) =>
    change.to === "off" ? [effect("no_nightly_run")] : [effect("nightly_run", counts.unapplied)],
  refundLines: () => [effect("from_now_on"), effect("refunds_stay")],
  mirror: ({ counts }) => [effect("from_now_on"), effect("mirrors_stay", counts.mirrors)],
  writeOff: ({ counts }) => [
    effect("from_now_on"),
    ...(counts.requests > 0 ? [effect("requests_wait", counts.requests)] : []),
  ],
  matchingCodes: ({ counts }) => [effect("from_now_on"), effect("codes_stay", counts.codes)],
  deposits: ({ counts }) => [effect("from_now_on"), effect("terms_stay", counts.orders)],
  paymentTerms: ({ counts }) => [effect("from_now_on"), effect("terms_stay", counts.orders)],
  rights: () => [effect("rights_at_once")],
}
