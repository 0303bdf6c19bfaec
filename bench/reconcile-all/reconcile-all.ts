import { readFileSync } from "node:fs"
import path from "node:path"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { RunView } from "../../src/types/http"
import { cpuSeconds } from "../lib/cpu"
import { connect, createLedger, openDatabase, send, type OwnDatabase } from "../lib/database"
import { rounded } from "../lib/figures"
import type { Outcome, Server, Setting, Task } from "../lib/task"
import { ALLOCATIONS, CONTENT, fillTables } from "./tables"

const ACCOUNTS = 100_000
const GOAL = 1.5
/** A small run is mostly what is done once; it looks for a statement an account or a row. */
const SMALL_GOAL = 2
/** As many accounts tell what one costs when each is reconciled by itself. */
const CONTROL_ACCOUNTS = 100
const MEMORY_GOAL_MEGABYTES = 300
const FLOOR_ACCOUNTS = 5_000
const CONTEXT = { actor: { type: "user", id: "user_bench" }, cause: "bench" } as const

/** A run over all accounts of a large shop, against hand-written SQL that leaves the same rows. */
export const reconcileAll: Task = {
  name: "reconcile-all",
  goal: `a run over ${ACCOUNTS} accounts with 1 M payments and 3 M items: CPU at most ${GOAL} times the floor's, Node at most ${MEMORY_GOAL_MEGABYTES} MB more than before, the same rows (small: ${SMALL_GOAL})`,
  small: { scale: 0.003, trials: 1 },
  run: measure,
}

async function measure({ scale, say, server: start }: Setting): Promise<Outcome> {
  const accounts = Math.max(100, Math.round(ACCOUNTS * scale))
  const server = await start()
  const floor = await inOwnDatabase(server, accounts, async (own) => {
    await own.knex.raw(readFileSync(path.join(__dirname, "floor.sql"), "utf8").replaceAll("?", "\\?"))
    return timed(server, async () => runFloor(own, accounts))
  })
  say(`floor: ${told(floor)}`)
  const { run, undo, counters } = await inOwnDatabase(server, accounts, async (own) =>
    runOurs(server, own, say),
  )
  const ratio = rounded(run.cpu / floor.cpu)
  const isSame = JSON.stringify(run.content) === JSON.stringify(floor.content)
  say(`ours ${told(run)}, ${run.megabytes} MB: ${ratio} times the floor; its undo ${told(undo)}`)
  say(isSame ? "the same rows" : `OTHER ROWS: ${JSON.stringify([run.content, floor.content])}`)
  say(counters === 0 ? "the undo brought every counter back" : `${counters} COUNTERS LEFT BY THE UNDO`)
  const alone = await inOwnDatabase(server, CONTROL_ACCOUNTS, async (own) => runControl(server, own))
  const control = rounded(alone / (floor.cpu / accounts))
  const isFull = scale >= 1
  const goal = isFull ? GOAL : SMALL_GOAL
  say(
    `control, each account by itself: ${control} times the floor, ${control > goal ? "misses" : "REACHES THE GOAL"}`,
  )
  return {
    holds:
      isSame &&
      counters === 0 &&
      ratio <= goal &&
      control > goal &&
      (!isFull || run.megabytes <= MEMORY_GOAL_MEGABYTES),
    full: isFull,
    figures: {
      accounts,
      allocations: accounts * ALLOCATIONS,
      ratio,
      control,
      floorCpuSeconds: rounded(floor.cpu),
      cpuSeconds: rounded(run.cpu),
      megabytes: run.megabytes,
      undoCpuSeconds: rounded(undo.cpu),
      undoRatio: rounded(undo.cpu / floor.cpu),
    },
  }
}

interface Timed {
  readonly cpu: number
  readonly seconds: number
  readonly content: object
}

const told = ({ cpu, seconds }: Timed): string => `${rounded(cpu)} CPU s in ${rounded(seconds)} s`

async function timed(server: Server, work: () => Promise<object>): Promise<Timed> {
  const [began, before] = [Date.now(), cpuSeconds(server)]
  const content = await work()
  const after = cpuSeconds(server)
  if (before === null || after === null) throw new Error("the server's CPU cannot be read")
  return { cpu: after - before, seconds: (Date.now() - began) / 1000, content }
}

async function inOwnDatabase<Result>(
  server: Server,
  accounts: number,
  work: (own: OwnDatabase) => Promise<Result>,
): Promise<Result> {
  const own = await openDatabase(server, 2)
  try {
    await createLedger(own.knex)
    await fillTables(own.knex, accounts)
    return await work(own)
  } finally {
    await own.drop()
  }
}

async function runFloor(own: OwnDatabase, accounts: number): Promise<object> {
  for (let first = 1; first <= accounts; first += FLOOR_ACCOUNTS)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as ours
    await send(own.knex, "select bench_reconcile($1, $2)", [
      first,
      Math.min(accounts, first + FLOOR_ACCOUNTS - 1),
    ])
  return own.row(CONTENT)
}

interface Ours {
  readonly run: Timed & { readonly megabytes: number }
  readonly undo: Timed
  /** Counters that the undo did not bring back. */
  readonly counters: number
}

async function runOurs(server: Server, own: OwnDatabase, say: Setting["say"]): Promise<Ours> {
  const pool = connect(own.url, 2)
  try {
    const { runs } = new ReconciliationModuleService({ __pg_connection__: pool }, { mirror: false })
    const peak = new Peak()
    let started: RunView | undefined
    const run = await timed(server, async () => {
      started = await runs.start({ scope: {}, context: CONTEXT })
      say(`${started.accounts} accounts to be done`)
      while (await runs.work("bench")) peak.look()
      return own.row(CONTENT)
    })
    const runId = started?.id ?? ""
    const undo = await timed(server, async () => {
      await runs.undo({ runId, context: CONTEXT })
      while (await runs.work("bench")) peak.look()
      return {}
    })
    const { left } = await own.row<{ left: number }>(
      "select count(*)::int as left from reconciliation_open_item where allocated <> 0",
    )
    return { run: { ...run, megabytes: peak.megabytes }, undo, counters: left }
  } finally {
    await pool.destroy()
  }
}

/** CPU seconds of an account that is reconciled by itself, as a person does it. */
async function runControl(server: Server, own: OwnDatabase): Promise<number> {
  const pool = connect(own.url, 2)
  try {
    const { accounts } = new ReconciliationModuleService({ __pg_connection__: pool }, { mirror: false })
    const { cpu } = await timed(server, async () => {
      for (let id = 1; id <= CONTROL_ACCOUNTS; id += 1)
        // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
        await accounts.reconcile(String(id), "oldest_first", { context: CONTEXT })
      return {}
    })
    return cpu / CONTROL_ACCOUNTS
  } finally {
    await pool.destroy()
  }
}

/** The most memory that the process was seen to take beyond what the bench itself, with its compiler, had taken before. */
class Peak {
  megabytes = 0
  private readonly before = process.memoryUsage().rss

  look(): void {
    this.megabytes = Math.max(this.megabytes, Math.round((process.memoryUsage().rss - this.before) / 1e6))
  }
}
