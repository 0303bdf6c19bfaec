import type { AgeingView, ListedTransactionView, OverviewView, WaitingView } from "../../../types/http"
import { daysAfter } from "../domain/day"
import { decimalOf } from "../domain/money"
import type { Session } from "../ledger/database"
import type { Statement } from "../ledger/statement"
import {
  findComing,
  readAgeing,
  readQuality,
  readRefusedMirrors,
  readToCheck,
  readWaitingRequests,
} from "./overview.sql"
import { sumsOf, viewsIn } from "./totals"
import { conditionsOf } from "./transaction-filter"
import { pageOfAll } from "./transaction-list"

const DAYS_LOOKED_AT = 30
const SECONDS_A_DAY = 86_400

interface Setting {
  /** The day in the accounting time zone. */
  readonly today: string
  readonly timeZone: string
}

/** What needs a person, how well money was placed by itself, and how old what is owed is. */
export async function overviewOf(
  session: Session,
  { today, timeZone }: Setting,
): Promise<Omit<OverviewView, "check">> {
  const sentences = await sentencesOf(session, today)
  return {
    today,
    time_zone: timeZone,
    ...sentences,
    write_off_requests: await waiting(session, readWaitingRequests, [timeZone]),
    refused_mirrors: await waiting(session, readRefusedMirrors, [timeZone]),
    quality: await qualityOf(session, { since: daysAfter(today, -DAYS_LOOKED_AT), timeZone }),
    ageing: await ageingOf(session, today),
    to_check: await waiting(session, readToCheck),
  }
}

/** The views that have any, with what there is to say of the only one of its view, and what falls due next. */
async function sentencesOf(session: Session, today: string): Promise<Pick<OverviewView, "views" | "coming">> {
  const rows = await sumsOf(session, {}, today)
  const views = viewsIn(rows)
  const numberOf = (view: string): string => rows.find((row) => row.view === view)?.number ?? ""
  const only = views.flatMap(({ view, count }) => (count === 1 ? [numberOf(view)] : []))
  const coming = views.some(({ view }) => view === "not_due") ? await comingNumbers(session, today) : []
  const listed = await listedOf(session, [...new Set([...only, ...coming])], today)
  return {
    views: views.map((one) => ({
      ...one,
      only: one.count === 1 ? (listed.get(numberOf(one.view)) ?? null) : null,
    })),
    coming: coming.flatMap((number) => listed.get(number) ?? []),
  }
}

async function comingNumbers(session: Session, today: string): Promise<string[]> {
  const conditions = conditionsOf({ unreconciled: true, view: "not_due" }, today)
  const rows = await session.run<{ number: string }>(findComing(conditions), conditions.parameters)
  return rows.map(({ number }) => number)
}

/** Transactions as the list shows them, by their numbers. */
async function listedOf(
  session: Session,
  numbers: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, ListedTransactionView>> {
  if (numbers.length === 0) return new Map()
  const among = { accountIds: [], numbers }
  const wanted = { unreconciled: true, sort: "oldest", limit: numbers.length, among } as const
  const { transactions } = await pageOfAll(session, wanted, today)
  return new Map(transactions.map((one) => [one.number, one]))
}

interface WaitingRow {
  readonly currency_code: string
  readonly digits: number
  readonly count: number
  readonly amount: string
  readonly oldest_on: string
  readonly order_id: string | null
  readonly display_id: string | null
}

async function waiting(
  session: Session,
  statement: Statement,
  parameters: readonly string[] = [],
): Promise<WaitingView> {
  const rows = await session.run<WaitingRow>(statement, parameters)
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const [{ order_id: id, display_id } = { order_id: null, display_id: null }] = rows
  return {
    count,
    oldest_on: rows.map((row) => row.oldest_on).toSorted()[0] ?? null,
    sums: rows.map(({ currency_code, digits, amount }) => ({
      currency_code,
      digits,
      amount: decimalOf(BigInt(amount), digits),
    })),
    order: count === 1 && id !== null && display_id !== null ? { id, display_id } : null,
  }
}

interface QualityRow {
  readonly rule: string | null
  readonly day: string | null
  readonly allocations: number
  readonly automatic: number
  readonly undone: number
  readonly seconds: number
}

async function qualityOf(
  session: Session,
  { since, timeZone }: { readonly since: string; readonly timeZone: string },
): Promise<OverviewView["quality"]> {
  const rows = await session.run<QualityRow>(readQuality, [since, timeZone])
  const days = rows.flatMap(({ day, allocations, automatic }) =>
    day === null ? [] : [{ on: day, allocations, automatic }],
  )
  return {
    since,
    allocations: days.reduce((sum, { allocations }) => sum + allocations, 0),
    automatic: days.reduce((sum, { automatic }) => sum + automatic, 0),
    rules: rows.flatMap(({ rule, allocations, undone, seconds }) =>
      rule === null
        ? []
        : [
            {
              rule,
              allocations,
              undone,
              median_days: Math.round((Math.max(0, seconds) / SECONDS_A_DAY) * 10) / 10,
            },
          ],
    ),
    days: days.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
  }
}

interface AgeingRow {
  readonly currency_code: string
  readonly digits: number
  readonly bucket: number
  readonly amount: string
}

/** As width_bucket numbers them. */
const BUCKETS = ["not_due", "days_0_30", "days_31_60", "days_61_90", "days_91_120", "days_over_120"] as const

async function ageingOf(session: Session, today: string): Promise<AgeingView[]> {
  const rows = await session.run<AgeingRow>(readAgeing, [today])
  const currencies = [...new Set(rows.map((row) => row.currency_code))]
  return currencies.map((currency_code) => {
    const own = rows.filter((row) => row.currency_code === currency_code)
    const digits = own[0]?.digits ?? 0
    const amount = (of: readonly AgeingRow[]): string =>
      decimalOf(
        of.reduce((sum, row) => sum + BigInt(row.amount), 0n),
        digits,
      )
    const [
      not_due = "",
      days_0_30 = "",
      days_31_60 = "",
      days_61_90 = "",
      days_91_120 = "",
      days_over_120 = "",
    ] = BUCKETS.map((_, bucket) => amount(own.filter((row) => row.bucket === bucket)))
    return {
      currency_code,
      digits,
      not_due,
      days_0_30,
      days_31_60,
      days_61_90,
      days_91_120,
      days_over_120,
      total: amount(own),
    }
  })
}
