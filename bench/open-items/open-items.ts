import type { ListedOrder } from "../../src/types/http"
import { listTransactions, sortingOf } from "../../src/modules/reconciliation/lists/list-transactions.sql"
import { findTransactions } from "../../src/modules/reconciliation/lists/find-transactions.sql"
import { overviewOf } from "../../src/modules/reconciliation/lists/overview"
import { totalsOf } from "../../src/modules/reconciliation/lists/totals"
import { pageOfAll } from "../../src/modules/reconciliation/lists/transaction-list"
import {
  conditionsOf,
  VIEWS,
  type TransactionsPage,
  type TransactionsWanted,
} from "../../src/modules/reconciliation/lists/transaction-filter"
import { Database, type Session } from "../../src/modules/reconciliation/ledger/database"
import { createLedger, openDatabase, send, type OwnDatabase } from "../lib/database"
import { nanosecondsOf } from "../lib/cpu"
import { median, rounded } from "../lib/figures"
import type { Outcome, Setting, Task } from "../lib/task"
import { fillTables } from "./tables"

const OPEN_ITEMS = 600_000
const GOAL_MILLISECONDS = 5
/** A small run stands beside others on a busy machine: it looks for a page that reads the whole table. */
const SMALL_GOAL_MILLISECONDS = 15
/** All that a page says, as a person waits for it: not CPU, so a small run beside others is allowed more. */
const WHOLE_GOAL_MILLISECONDS = 250
const SMALL_WHOLE_MILLISECONDS = 750
const LIMIT = 51
const TODAY = "2026-11-01"
const REPEATS = 5

/** Pages of what is unreconciled, by every order and filter, at the beginning, in the middle and near the end. */
export const openItems: Task = {
  name: "open-items",
  goal: `a page of ${OPEN_ITEMS} open items at most ${GOAL_MILLISECONDS} ms of the server by every order and filter, at any depth; with all that it says ${WHOLE_GOAL_MILLISECONDS} ms`,
  small: { scale: 0.02, trials: 1 },
  run: measure,
}

const SORTS: readonly ListedOrder[] = ["newest", "oldest", "largest", "smallest", "owner"]
const wanted = (more: Omit<TransactionsWanted, "unreconciled">): TransactionsWanted => ({
  unreconciled: true,
  ...more,
})
const FILTERS: Readonly<Record<string, TransactionsWanted>> = {
  all: wanted({}),
  "money to place": wanted({ view: "to_place" }),
  overdue: wanted({ view: "overdue" }),
  "taken back": wanted({ view: "taken_back" }),
  contradictions: wanted({ view: "contradictions" }),
  "kind: order": wanted({ kind: "order" }),
  "kind: refund": wanted({ kind: "refund" }),
  "currency: kwd": wanted({ currencyCode: "kwd" }),
  "money of one currency": wanted({ currencyCode: "jpy", view: "to_place" }),
  "channel of an eighth": wanted({ salesChannelId: "sc_3" }),
  "a tenth of all is one account": wanted({ accountId: "1" }),
  "one customer": wanted({ accountId: "17" }),
  "to check": wanted({ toCheck: true }),
  "state: none": wanted({ state: "none" }),
  "state: partial": wanted({ state: "partial" }),
  "state: planned": wanted({ state: "planned" }),
  "state: error": wanted({ state: "error" }),
  "state: full": wanted({ state: "full" }),
  "a GL account": wanted({ glAccount: "7017" }),
  "what is partial of one customer": wanted({ state: "partial", accountId: "17" }),
  "what is planned in one currency": wanted({ state: "planned", currencyCode: "jpy" }),
  "a month": wanted({ from: "2025-03-01", to: "2025-03-31" }),
  "a month's deposits": wanted({ from: "2025-03-01", to: "2025-03-31", kind: "deposit" }),
}

/** The same page as somebody writes it first: everything grouped, sorted and cut. */
const NAIVE = `select * from reconciliation_derived_transaction t
   where t.open_debit > 0 or t.open_credit > 0 or t.contradicts
   order by t.happened_at desc, t.name desc limit ${LIMIT}`

async function measure({ scale, say, server }: Setting): Promise<Outcome> {
  const size = Math.max(5000, Math.round(OPEN_ITEMS * scale))
  const own = await openDatabase(await server(), 1)
  try {
    await createLedger(own.knex)
    await fillTables(own.knex, size)
    const { items } = await own.row<{ items: number }>(
      "select count(*)::int as items from reconciliation_open_item where allocated < amount",
    )
    const { rows } = await own.row<{ rows: number }>(
      "select count(*)::int as rows from reconciliation_transaction where unreconciled",
    )
    say(`${items} open items in ${rows} transactions that are not reconciled`)
    const pages = await measurePages(own, say)
    const worst = pages.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one))
    const naive = await timed(own, NAIVE, [], 3)
    say(`worst: ${worst.name}, ${worst.milliseconds} ms; the naive page takes ${naive} ms`)
    const searches = await measureSearches(own)
    say(`searches: ${searches.map(({ name, milliseconds }) => `${name} ${milliseconds} ms`).join(", ")}`)
    const whole = await measureWhole(own)
    say(
      `whole pages with reasons and next steps: the median ${whole.median} ms, the slowest ${whole.slowest.name}, ${whole.slowest.milliseconds} ms; counts and sums: ${whole.totals} ms; the overview: ${whole.overview} ms`,
    )
    const wrong = await miscounted(own)
    for (const line of wrong) say(`counted wrongly: ${line}`)
    const full = items >= OPEN_ITEMS
    const isSlow = naive > 5 * worst.milliseconds || naive > 20 * GOAL_MILLISECONDS
    return {
      holds:
        worst.milliseconds <= (full ? GOAL_MILLISECONDS : SMALL_GOAL_MILLISECONDS) &&
        isSlow &&
        whole.slowest.milliseconds <= (full ? WHOLE_GOAL_MILLISECONDS : SMALL_WHOLE_MILLISECONDS) &&
        wrong.length === 0,
      full,
      figures: { items, rows, worst, naive, whole, pages: pages.length, searches },
    }
  } finally {
    await own.drop()
  }
}

/** Views whose count beside the list is not how many rows the list has. */
async function miscounted(own: OwnDatabase): Promise<string[]> {
  const totals = await new Database(own.knex).snapshot(async (session) => totalsOf(session, {}, TODAY))
  const wrong: string[] = []
  for (const view of [undefined, ...VIEWS]) {
    const { text, parameters } = conditionsOf(wanted(view ? { view } : {}), TODAY)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const [row] = await send<{ count: number }>(
      own.knex,
      `select count(*)::int as count from reconciliation_transaction t where ${text}`,
      parameters,
    )
    const said = view ? (totals.views.find((one) => one.view === view)?.count ?? 0) : totals.all
    if (row?.count !== said) wrong.push(`${view ?? "all"}, ${said} beside ${row?.count}`)
  }
  return wrong
}

interface Page {
  readonly name: string
  readonly milliseconds: number
}

async function measurePages(own: OwnDatabase, say: (line: string) => void): Promise<Page[]> {
  const pages: Page[] = []
  for (const [name, filter] of Object.entries(FILTERS)) {
    const timings: Page[] = []
    for (const sort of SORTS) {
      const conditions = conditionsOf(filter, TODAY)
      for (const [depth, share] of [
        ["first", 0],
        ["middle", 0.5],
        ["last", 0.98],
      ] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one at a time, or they would slow each other down
        const after = share === 0 ? null : await placeAt(own, { sort, filter, share })
        const { text } = listTransactions(sort, conditions, after === null)
        const values = [...conditions.parameters, ...(after ?? []), LIMIT]
        // oxlint-disable-next-line no-await-in-loop -- as above
        timings.push({
          name: `${name}, ${sort}, ${depth}`,
          milliseconds: await timed(own, text, values, REPEATS),
        })
      }
    }
    const slowest = timings.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one))
    say(
      `${name}: median ${median(timings.map(({ milliseconds }) => milliseconds))} ms, slowest ${slowest.milliseconds} ms (${slowest.name})`,
    )
    pages.push(...timings)
  }
  return pages
}

/** What a search by the number of an invoice or by a reference costs before the page: one that is, several, and far too many. */
async function measureSearches(own: OwnDatabase): Promise<Page[]> {
  const searches: Page[] = []
  for (const text of [
    "INV-2024-000777",
    "CHQ 100777",
    "100777",
    "inv 2024 0007",
    "inv",
    "chq",
    "nothing 4711",
  ]) {
    const values = [[], [], [], null, null, null, text]
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    searches.push({ name: text, milliseconds: await timed(own, findTransactions.text, values, REPEATS) })
  }
  return searches
}

interface Depth {
  readonly sort: ListedOrder
  readonly filter: TransactionsWanted
  readonly share: number
}

/** The place of the row that so great a share of the list comes before. */
async function placeAt(own: OwnDatabase, { sort, filter, share }: Depth): Promise<[string, string] | null> {
  const conditions = conditionsOf(filter, TODAY)
  const { text, parameters } = conditions
  const { by, sort: direction, place } = sortingOf(sort, conditions)
  const order = by
    .split(", ")
    .map((one) => `${one} ${direction}`)
    .join(", ")
  const n = parameters.length + 1
  const [row] = await send<{ place: string; number: string }>(
    own.knex,
    `select ${place} as place, t.id::text as number from reconciliation_transaction t where ${text} order by ${order}, t.id ${direction}
      offset (select floor(count(*) * $${n}::float)::int from reconciliation_transaction t where ${text}) limit 1`,
    [...parameters, share],
  )
  return row ? [row.place, row.number] : null
}

/**
 * Milliseconds of CPU of the server's process, the median: a busy machine stretches all others, and the way to the server
 * is no part of the goal. On a server of somebody else, the milliseconds that it says itself.
 */
async function timed(
  own: OwnDatabase,
  text: string,
  values: readonly unknown[],
  repeats: number,
): Promise<number> {
  const { pid } = await own.row<{ pid: number }>("select pg_backend_pid() as pid")
  const times: number[] = []
  for (let n = 0; n < repeats; n += 1) {
    const before = nanosecondsOf(pid)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answer = await send<Explained>(
      own.knex,
      before === null ? `explain (analyze, timing off, format json) ${text}` : text,
      values,
    )
    const after = nanosecondsOf(pid)
    times.push(before === null || after === null ? explained(answer) : (after - before) / 1e6)
  }
  return rounded(median(times))
}

type Explained = Record<"QUERY PLAN", [Record<"Planning Time" | "Execution Time", number>]>

function explained([answer]: readonly Explained[]): number {
  const [plan] = answer?.["QUERY PLAN"] ?? []
  if (!plan) throw new Error("the server did not say how long it took")
  return plan["Planning Time"] + plan["Execution Time"]
}

interface Whole {
  readonly slowest: Page
  /** Milliseconds, as the others. */
  readonly median: number
  readonly totals: number
  readonly overview: number
}

/** The lists as they are opened: by every order, by every view, and of the account that has the most. */
const OPENED: Readonly<Record<string, Omit<TransactionsPage, "limit">>> = {
  ...Object.fromEntries(SORTS.map((sort) => [sort, { ...wanted({}), sort }])),
  ...Object.fromEntries(VIEWS.map((view) => [view, { ...wanted({ view }), sort: "oldest" as const }])),
  "all that there is": { unreconciled: false, sort: "newest" },
  "the largest account": { ...wanted({ accountId: "1" }), sort: "oldest" },
}

/** What a person waits for: each list with everything it says, the totals beside it, and the overview before it. */
async function measureWhole(own: OwnDatabase): Promise<Whole> {
  const database = new Database(own.knex)
  const read = async (work: (session: Session) => Promise<unknown>): Promise<number> => {
    const all: number[] = []
    for (let n = 0; n < REPEATS; n += 1) {
      const began = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await database.preparedSnapshot(work)
      all.push(performance.now() - began)
    }
    return rounded(median(all))
  }
  const pages: Page[] = []
  for (const [name, opened] of Object.entries(OPENED)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const milliseconds = await read(async (session) => pageOfAll(session, { ...opened, limit: 50 }, TODAY))
    pages.push({ name, milliseconds })
  }
  return {
    slowest: pages.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one)),
    median: median(pages.map(({ milliseconds }) => milliseconds)),
    totals: await read(async (session) => totalsOf(session, {}, TODAY)),
    overview: await read(async (session) =>
      overviewOf(session, { today: TODAY, timeZone: "America/New_York" }),
    ),
  }
}
