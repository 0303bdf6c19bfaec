import { STRATEGY_NAMES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import { createLedger, openDatabase, type OwnDatabase } from "../../bench/lib/database"
import type { Outcome, Setting, Task } from "../../bench/lib/task"
import type { Tally } from "./bus"
import { historiesOf } from "./history"
import { ActedHost } from "./host"
import { liveOnHost } from "./on-host"
import { runRound, TOGETHER, type Book, type Found } from "./round"

const HISTORIES = 500
/** Orders in a real host. */
const ON_HOST = 20
const POLICIES = ["checkout_only", "oldest_first", "exact_match"] as const

/** A bus that loses, doubles and shuffles, a sweep, and the rows of a run in which nothing went wrong. */
export const events: Task = {
  name: "events",
  goal: `30 % of events dropped, 30 % doubled, shuffled: after one sweep the clean run's rows, ${HISTORIES} histories, every strategy`,
  small: { scale: 0.06, trials: 1 },
  run: prove,
}

async function prove({ scale, say, server }: Setting): Promise<Outcome> {
  const rounds = STRATEGY_NAMES.flatMap((strategy) =>
    POLICIES.map((unappliedMoney): ReconciliationOptions => ({ strategy, unappliedMoney })),
  )
  const each = Math.max(1, Math.ceil((HISTORIES * scale) / rounds.length))
  const tally: Tally = { events: 0, dropped: 0, doubled: 0, overtaken: 0, failed: 0, retried: 0 }
  const found: Found[] = []
  const running = await server()
  const databases = [await openDatabase(running, TOGETHER), await openDatabase(running, TOGETHER)] as const
  try {
    const books = { clean: await openBook(databases[0]), lossy: await openBook(databases[1]) }
    for (const [index, settings] of rounds.entries()) {
      found.push(await runRound(books, { settings, histories: historiesOf(each, index + 1) }, tally))
    }
  } finally {
    for (const database of databases) await database.drop()
  }
  const onHost = await liveOnHost(running, Math.max(2, Math.round(ON_HOST * scale)))
  const sum = (of: (one: Found) => number): number => found.reduce((total, one) => total + of(one), 0)
  const histories = each * rounds.length
  const different = found.flatMap((one) => one.different)
  for (const text of different.slice(0, 5)) say(text)
  say(
    `${tally.events} events: ${percent(tally.dropped, tally.events)} dropped, ${percent(tally.doubled, tally.events)} doubled`,
  )
  say(
    `${tally.overtaken} reads overtaken, ${tally.failed} failed, ${tally.retried} of them tried again by the bus`,
  )
  say(`the sweep read ${sum((one) => one.swept)} orders and passed over ${sum((one) => one.passedOver)}`)
  say(`${different.length} of ${histories} histories differ from the clean run`)
  const [unswept, byEvent] = [sum((one) => one.unswept), sum((one) => one.byEvent)]
  say(`control, without the sweep: ${unswept} differ; control, posting what events say: ${byEvent} differ`)
  for (const text of onHost.different.slice(0, 5)) say(text)
  say(
    `on a real host: ${onHost.histories} orders, ${onHost.compared} of them noted alike by the host in both runs, ${onHost.actions} actions, ${onHost.events} events, of them ${onHost.dropped} dropped, ${onHost.doubled} doubled; ${onHost.unswept} differ before the sweep, ${onHost.different.length} after it`,
  )
  return {
    holds:
      onHost.different.length === 0 &&
      10 * onHost.compared >= 9 * onHost.histories &&
      (onHost.histories < ON_HOST || onHost.unswept > 0) &&
      different.length === 0 &&
      20 * unswept > histories &&
      2 * byEvent > histories &&
      tally.overtaken > 0,
    full: histories >= HISTORIES && onHost.histories >= ON_HOST,
    figures: { histories, different: different.length, unswept, byEvent, ...tally, onHost },
  }
}

async function openBook({ knex }: OwnDatabase): Promise<Book> {
  await createLedger(knex)
  return { pool: knex, host: await ActedHost.open(knex) }
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`
