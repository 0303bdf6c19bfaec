import { setTimeout as sleep } from "node:timers/promises"
import type { OwnDatabase } from "../../../bench/lib/database"
import { send } from "../../../bench/lib/database"
import { killHard } from "../child"
import { Delivery, type Done } from "./deliver"
import { nameOf } from "./scenarios"
import { startLedger, type LedgerProcess, type Orders, type Way } from "./process"

/** A kill comes after so many answers at most, and so many milliseconds more: both are drawn evenly. */
const MOST_ANSWERS = 30
const LONGEST_WAIT = 30
/** Processes that are started ahead, because starting takes longer than living. */
const AHEAD = 3
/** Enough for each scenario and its double. */
const CONNECTIONS = 12
/** Milliseconds that connections of a killed process may outlive it: what is stuck is stuck for good. */
const PATIENCE = 30_000

export interface KillReport extends Done {
  readonly kills: number
  /** What PostgreSQL saw the process do just before the kills: its connections by state. */
  readonly connections: Readonly<Record<string, number>>
  /** Steps in the hands of a process when it was killed. */
  readonly interrupted: number
  /** Those of them that were in the journal after half of the kills, and those that were not. */
  readonly committed: number
  readonly absent: number
  /** Steps that were answered and are not there: must be 0. */
  readonly forgotten: number
  /** Transactions that outlived their process by half a minute: must be 0. */
  readonly leftOpen: number
}

/** Plays scenarios on the ledger while its processes are killed again and again, then ends and sweeps them. */
export async function liveThroughKills(
  database: OwnDatabase,
  {
    kills,
    scenarios,
    way,
    say,
  }: { kills: number; scenarios?: number; way: Way; say: (line: string) => void },
): Promise<KillReport> {
  const orders: Orders = { url: database.url, way, connections: CONNECTIONS }
  const delivery = new Delivery(scenarios)
  const counts = { interrupted: 0, committed: 0, absent: 0, forgotten: 0, leftOpen: 0 }
  const connections: Record<string, number> = {}
  const ahead = Array.from({ length: Math.min(AHEAD, kills) + 1 }, () => startLedger(orders))
  const takeNext = async (): Promise<LedgerProcess> => {
    const next = ahead.shift()
    if (!next) throw new Error("no process was started ahead")
    return next
  }
  for (let kill = 0; kill < kills; kill += 1) {
    const current = await takeNext()
    if (kill + AHEAD < kills) ahead.push(startLedger(orders))
    delivery.give(current)
    await delivery.answers(Math.floor(Math.random() * MOST_ANSWERS))
    await sleep(Math.random() * LONGEST_WAIT)
    for (const { state, count } of await statesOf(database, current)) {
      connections[state] = (connections[state] ?? 0) + count
    }
    await killHard(current.child)
    const cut = delivery.interrupted()
    counts.interrupted += cut.length
    // After every other kill the work goes on at once, while PostgreSQL may still be ending the old one's.
    if (kill % 2 === 0) {
      if (!(await isGone(database, current))) counts.leftOpen += 1
      const present = await inJournal(database, cut.map(name))
      counts.committed += present
      counts.absent += cut.length - present
    }
    const answered = delivery.takeAnswered().map(name)
    counts.forgotten += answered.length - (await inJournal(database, answered))
    if ((kill + 1) % 20 === 0) say(`${kill + 1} kills so far, ${delivery.done.steps} steps answered`)
  }
  const current = await takeNext()
  delivery.give(current)
  const done = await delivery.finish()
  current.child.disconnect()
  return { ...done, kills, connections, ...counts }
}

const name = ({ scenario, step }: { scenario: number; step: number }): string => nameOf(scenario, step)

async function inJournal({ knex }: OwnDatabase, names: readonly string[]): Promise<number> {
  const found = await send<{ count: number }>(
    knex,
    "select count(distinct actor_id)::int as count from reconciliation_change where actor_id = any($1::text[])",
    [names],
  )
  return found[0]?.count ?? 0
}

async function statesOf(
  { knex }: OwnDatabase,
  process: LedgerProcess,
): Promise<{ state: string; count: number }[]> {
  return send(
    knex,
    `select case when state = 'active' and query ilike 'commit%' then 'committing' else state end as state,
            count(*)::int as count
       from pg_stat_activity where application_name = $1 and state is not null group by 1`,
    [process.name],
  )
}

/** Waits until no connection of a killed process is left. */
async function isGone(database: OwnDatabase, process: LedgerProcess): Promise<boolean> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    if ((await statesOf(database, process)).length === 0) return true
    await sleep(5)
  }
  return false
}
