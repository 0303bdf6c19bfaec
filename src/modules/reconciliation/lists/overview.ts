import type { AgeingView, OverviewView, WaitingView } from "../../../types/http"
import { daysAfter } from "../domain/day"
import { decimalOf } from "../domain/money"
import type { Session } from "../ledger/database"
import type { Statement } from "../ledger/statement"
import { readAgeing, readQuality, readRefusedMirrors, readToCheck, readWaitingRequests } from "./overview.sql"
import { totalsOf } from "./totals"

const DAYS_LOOKED_AT = 30
const SECONDS_A_DAY = 86_400

interface Setting {
  /** The day in the accounting time zone. */
  readonly today: string
  readonly timeZone: string
}

/** What needs a person, how well money was placed by itself, and how old what is owed is. */
export async function overviewOf(session: Session, { today, timeZone }: Setting): Promise<OverviewView> {
  const { views } = await totalsOf(session, {}, today)
  return {
    today,
    views,
    write_off_requests: await waiting(session, readWaitingRequests, [timeZone]),
    refused_mirrors: await waiting(session, readRefusedMirrors, [timeZone]),
    quality: await qualityOf(session, { since: daysAfter(today, -DAYS_LOOKED_AT), timeZone }),
    ageing: await ageingOf(session, today),
    to_check: await waiting(session, readToCheck),
  }
}

interface WaitingRow {
  readonly currency_code: string
  readonly digits: number
  readonly count: number
  readonly amount: string
  readonly oldest_on: string
}

async function waiting(
  session: Session,
  statement: Statement,
  parameters: readonly string[] = [],
): Promise<WaitingView> {
  const rows = await session.run<WaitingRow>(statement, parameters)
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    oldest_on: rows.map((row) => row.oldest_on).toSorted()[0] ?? null,
    sums: rows.map(({ currency_code, digits, amount }) => ({
      currency_code,
      digits,
      amount: decimalOf(BigInt(amount), digits),
    })),
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
