import type {
  AgeingView,
  ListedView,
  OverviewSentence,
  OverviewView,
  RuleQuality,
} from "../../../src/types/http"
import { LONG, order } from "./account-data"
import { UNRECONCILED } from "./list-data"

/** Overviews to look at: what the plugin would answer of them. */

const TODAY = "2026-11-27"

type Sum = readonly [amount: string, currency: string, digits: number, count: number, oldestOn: string]

/** @param only the number of the transaction, where it is the only one */
function sentence(view: ListedView, sums: readonly Sum[], only?: string): OverviewSentence {
  const days = sums.map(([, , , , oldestOn]) => oldestOn)
  return {
    view,
    count: sums.reduce((all, [, , , count]) => all + count, 0),
    oldest_on: days.toSorted()[0] ?? TODAY,
    sums: sums.map(([amount, currency_code, digits, count, oldest_on]) => ({
      currency_code,
      digits,
      amount,
      count,
      oldest_on,
    })),
    only: UNRECONCILED.find(({ number }) => number === only) ?? null,
  }
}

const rule = (name: string, allocations: number, undone: number, days = 0): RuleQuality => ({
  rule: name,
  allocations,
  undone,
  median_days: days,
})

/** How many people placed by hand on a day; more on some of them. */
const byHandOn = (day: number): number => (day % 10 === 5 ? 4 : day === 0 || day % 6 === 3 ? 0 : 1)

/** The days of the line: they add up to what is said above it. */
const DAYS = Array.from({ length: 31 }, (_, day) => {
  const allocations = day < 17 ? 46 : 45
  return {
    on: new Date(Date.parse("2026-10-28T12:00:00Z") + day * 86_400_000).toISOString().slice(0, 10),
    allocations,
    automatic: allocations - byHandOn(day),
  }
})

const QUALITY: OverviewView["quality"] = {
  since: "2026-10-28",
  allocations: 1412,
  automatic: 1377,
  rules: [
    rule("line_order", 1200, 2),
    rule("instalment", 61, 0),
    rule("refund_of_line", 52, 0),
    rule("exact_match", 38, 1),
    rule("own_order", 22, 0),
    rule("chargebacks_of_the_store_come_first_and_wait_for_nobody", 2, 0),
    rule("oldest_first", 1, 0),
    rule("due_date", 1, 0),
    rule("by_hand", 35, 2, 1.2),
  ],
  days: DAYS,
}

const AGEING: AgeingView[] = [
  {
    currency_code: "eur",
    digits: 2,
    not_due: "0.00",
    days_0_30: "100.00",
    days_31_60: "0.00",
    days_61_90: "90071992547409.95",
    days_91_120: "0.00",
    days_over_120: "0.00",
    total: "90071992547509.95",
  },
  {
    currency_code: "jpy",
    digits: 0,
    not_due: "0",
    days_0_30: "0",
    days_31_60: "4880",
    days_61_90: "0",
    days_91_120: "0",
    days_over_120: "0",
    total: "4880",
  },
  {
    currency_code: "kwd",
    digits: 3,
    not_due: "0.000",
    days_0_30: "12.750",
    days_31_60: "0.000",
    days_61_90: "0.000",
    days_91_120: "0.000",
    days_over_120: "0.000",
    total: "12.750",
  },
  {
    currency_code: "usd",
    digits: 2,
    not_due: "1300.00",
    days_0_30: "230.45",
    days_31_60: "26.95",
    days_61_90: "955.95",
    days_91_120: "0.00",
    days_over_120: "0.00",
    total: "2513.35",
  },
]

const coming = (number: string, dueOn: string): OverviewView["coming"] =>
  UNRECONCILED.filter((one) => one.number === number).map((one) => ({ ...one, due_on: dueOn }))

const NOTHING_WAITS = { count: 0, oldest_on: null, sums: [], order: null }

/** Each sentence there is; one of the only one, one of several currencies. */
export const OVERVIEW: OverviewView = {
  today: TODAY,
  time_zone: "America/New_York",
  views: [
    sentence("contradictions", [["115.00", "usd", 2, 1, "2026-08-30"]], "49"),
    sentence("taken_back", [["66.45", "usd", 2, 1, "2026-11-25"]], "130"),
    sentence("overdue", [["100.00", "eur", 2, 1, "2026-11-15"]], "45"),
    sentence("to_place", [
      ["126.90", "eur", 2, 1, "2026-11-24"],
      ["650.95", "usd", 2, 3, "2026-11-12"],
    ]),
    sentence("owed", [
      ["90071992547409.95", "eur", 2, 1, "2026-09-04"],
      ["4880", "jpy", 0, 1, "2026-10-09"],
      ["12.750", "kwd", 3, 1, "2026-11-27"],
      ["1031.90", "usd", 2, 1203, "2026-09-04"],
    ]),
    sentence("not_due", [["1300.00", "usd", 2, 3, "2026-10-30"]]),
  ],
  coming: coming("41", "2026-12-01"),
  write_off_requests: {
    count: 2,
    oldest_on: "2026-11-26",
    sums: [{ currency_code: "usd", digits: 2, amount: "17.20" }],
    order: null,
  },
  check: { id: "1", recorded_at: "2026-11-27T04:10:00.000Z", faults: 0 },
  to_check: {
    count: 3,
    oldest_on: "2026-11-20",
    sums: [{ currency_code: "usd", digits: 2, amount: "84.00" }],
    order: null,
  },
  refused_mirrors: {
    count: 1,
    oldest_on: "2026-11-27",
    sums: [{ currency_code: "usd", digits: 2, amount: "40.00" }],
    order: order(39),
  },
  quality: QUALITY,
  ageing: AGEING,
}

/** Nothing needs anybody; what comes up has a long name too. */
export const CALM: OverviewView = {
  ...OVERVIEW,
  views: OVERVIEW.views.filter(({ view }) => view === "not_due"),
  coming: [
    ...coming("41", "2026-12-01"),
    ...coming("44", "2026-12-15").map((one) => ({ ...one, title: LONG, lines: 1 })),
    ...coming("4", "2026-12-27"),
  ],
  write_off_requests: NOTHING_WAITS,
  to_check: NOTHING_WAITS,
  refused_mirrors: NOTHING_WAITS,
}

/** The first day: one amount was placed, by a person, and one owed; nothing lies idle. */
export const FIRST_DAY: OverviewView = {
  ...OVERVIEW,
  views: [sentence("owed", [["84.00", "usd", 2, 1, TODAY]], "47")],
  coming: [],
  write_off_requests: NOTHING_WAITS,
  to_check: NOTHING_WAITS,
  refused_mirrors: NOTHING_WAITS,
  quality: {
    since: "2026-10-28",
    allocations: 1,
    automatic: 0,
    rules: [rule("by_hand", 1, 0)],
    days: [{ on: TODAY, allocations: 1, automatic: 0 }],
  },
  ageing: AGEING.slice(3).map((usd) => ({
    ...usd,
    not_due: "0.00",
    days_0_30: "84.00",
    days_31_60: "0.00",
    days_61_90: "0.00",
    total: "84.00",
  })),
}

/** A store in which nothing has happened yet, and whose set-up nobody finished. */
export const NEW_STORE: OverviewView = {
  ...CALM,
  views: [],
  coming: [],
  quality: { since: "2026-10-28", allocations: 0, automatic: 0, rules: [], days: [] },
  ageing: [],
}
