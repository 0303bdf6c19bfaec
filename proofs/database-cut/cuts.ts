import { setTimeout as sleep } from "node:timers/promises"
import { knex as connect, type Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RestartableServer } from "../../bench/lib/task"
import type { Relay } from "./relay"

/** What the writers of the ledger call themselves. */
export const NAME = "database_cut"
/** Milliseconds between two cuts, drawn evenly up to this. */
const LONGEST_PAUSE = 60
/** One of so many is ended while it rests in the pool, the others while they work. */
const IDLE = 5

/**
 * Ends connections of the writers one by one; gives what each was doing.
 */
export async function terminate(url: string, times: number): Promise<Record<string, number>> {
  const pool = connect({ client: "pg", connection: url, pool: { min: 1, max: 1 } })
  const states: Record<string, number> = {}
  try {
    for (let done = 0; done < times;) {
      await sleep(Math.random() * LONGEST_PAUSE)
      const state = await terminateOne(pool, { idle: done % IDLE === 0 })
      if (state === undefined) continue
      states[state] = (states[state] ?? 0) + 1
      done += 1
    }
  } finally {
    await pool.destroy()
  }
  return states
}

async function terminateOne(pool: Knex, { idle }: { idle: boolean }): Promise<string | undefined> {
  const { rows } = await pool.raw<{ rows: { state: string }[] }>(
    `select case when state = 'active' and query ilike '%commit' then 'committing'
                 when wait_event_type = 'Lock' then 'waiting for the account' else state end as state,
            pg_terminate_backend(pid)
       from (select * from pg_stat_activity where application_name = ? and (state = 'idle') = ?
              order by random() limit 1) one`,
    [NAME, idle],
  )
  return rows[0]?.state
}

/** Steps that are answered between two restarts, so that each finds writers at work. */
const BETWEEN = 5

/** Stops PostgreSQL the hard way and starts it again, with some work in between. */
export async function restart(
  server: RestartableServer,
  times: number,
  answered: () => number,
): Promise<void> {
  for (let done = 0; done < times; done += 1) {
    const before = answered()
    while (answered() < before + BETWEEN) await sleep(10)
    await sleep(Math.random() * LONGEST_PAUSE)
    await server.restart()
  }
}

/** Lets the relay lose so many answers to a commit, and cut half as many commits that are on their way. */
export async function loseAnswers(relay: Relay, times: number): Promise<void> {
  relay.share = 0.3
  relay.habit = "loses the answer"
  while (relay.lost < times) await sleep(5)
  relay.habit = "cuts at once"
  while (relay.cut < times / 2) await sleep(5)
  relay.habit = "hands on"
}
