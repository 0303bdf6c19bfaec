import { readFileSync } from "node:fs"
import path from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { cpuSeconds } from "../lib/cpu"
import { connect, createLedger, openDatabase, send, type OwnDatabase } from "../lib/database"
import { median, percentile, rounded, sum } from "../lib/figures"
import type { Outcome, Server, Setting, Task } from "../lib/task"
import { captureChattily } from "./chatty"
import { numbered, numberingOf, saidOf, type Numbering } from "./numbering"
import { capturedOrder, type CapturedOrder } from "./order"
import { contentOfOrders } from "./same-rows"
import { fillTables, wrongAccounts, wrongItems, type Population } from "./tables"

const GOAL = 1.8
/** A small run has few samples and busy company: it looks for a lost round trip, the full size for the goal. */
const SMALL_GOAL = 2.5
const WRITERS = [1, 4, 16]
/** How many blocks of each size: what is measured apart is measured beside the others again. */
const VARIANTS: Readonly<Record<number, number>> = { 1: 4, 16: 5 }
const ROUNDS = 5
const BLOCKS_A_ROUND = 4
const ITEMS = 1_000_000
const ITEMS_OF_PAID = 6
/** Captures of each variant before any is counted, by all writers together: a shop's process has run for days. */
const WARM_UP = 1_000
const CAPTURE = "select bench_capture($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"

/** One captured payment on an order of five posted lines, against one call of hand-written SQL. */
export const capture: Task = {
  name: "capture",
  goal: `p50 of one captured payment at most ${GOAL} times the floor's, 1/4/16 writers, 1 M items (small: ${SMALL_GOAL})`,
  small: { scale: 0.02, trials: 1 },
  run: async (setting) => {
    const server = await setting.server()
    const database = await openDatabase(server, 2)
    try {
      return await measure({ ...setting, server: () => Promise.resolve(server) }, server, database)
    } finally {
      await database.drop()
    }
  },
}

type Variant = "ours" | "floor" | "chatty" | "afterwards" | "within"
type Capture = (order: CapturedOrder) => Promise<unknown>

async function measure(setting: Setting, server: Server, database: OwnDatabase): Promise<Outcome> {
  const blocks = WRITERS.map((writers) => ({ writers, orders: ordersABlock(writers, setting.scale) }))
  const waiting = sum(
    blocks.map(
      ({ writers, orders }) =>
        (VARIANTS[writers] ?? 2) *
        writers *
        (Math.ceil(WARM_UP / writers) + ROUNDS * BLOCKS_A_ROUND * orders),
    ),
  )
  const paid = Math.max(500, Math.round((ITEMS * setting.scale) / ITEMS_OF_PAID))
  const population = { accounts: Math.max(100, Math.round(paid / 3)), paid, waiting }
  await createLedger(database.knex)
  await database.knex.raw(readFileSync(path.join(__dirname, "floor.sql"), "utf8"))
  await fillTables(database.knex, population)
  if ((await countWrong(database)) > 0) throw new Error("counters are wrong before anything was measured")
  const { items } = await database.row<{ items: number }>(
    "select count(*)::int as items from reconciliation_open_item",
  )
  setting.say(`${items} items stand, ${paid} orders are paid, ${waiting} wait`)

  const bench = new CaptureBench(server, population)
  const runs: Run[] = []
  let numbers: Numbering | undefined
  for (const { writers, orders } of blocks) {
    const pool = connect(database.url, writers)
    try {
      runs.push(await bench.compare(pool, { writers, orders, control: writers === 1 }))
      setting.say(lineOf(runs.at(-1) as Run))
      if (writers === Math.max(...WRITERS) && setting.scale >= 1)
        numbers = await bench.numbering(pool, { writers, orders })
    } finally {
      await pool.destroy()
    }
  }
  if (numbers) setting.say(saidOf(numbers))
  const rows = await differences(database, bench.done)
  setting.say(rows.alike ? "every order of every writer left the same rows" : `rows differ: ${rows.detail}`)
  const control = runs[0]?.controlRatio ?? 0
  setting.say(
    `control, one statement a row: ${control} times the floor, ${control > GOAL ? "misses" : "REACHES THE GOAL"}`,
  )
  const wrong = await countWrong(database)
  const durable = await isDurable(database)
  return {
    holds:
      runs.every(({ ratio }) => ratio <= (setting.scale >= 1 ? GOAL : SMALL_GOAL)) &&
      control > GOAL &&
      rows.alike &&
      wrong === 0,
    full: setting.scale >= 1 && durable,
    figures: {
      items,
      durable,
      sameRows: rows.alike,
      wrongCounters: wrong,
      control,
      runs,
      numbers,
    },
  }
}

function ordersABlock(writers: number, scale: number): number {
  const full = { 1: 40, 4: 15, 16: 5 }[writers] ?? 5
  return scale >= 1 ? full : Math.max(3, Math.round(full / 2))
}

interface Figures {
  readonly p50: number
  readonly p95: number
  /** Milliseconds of PostgreSQL and Node together for one capture; null when not readable. */
  readonly cpu: number | null
}

interface Run {
  readonly writers: number
  /** Ours ÷ floor, medians over the rounds: of p50, and of CPU. */
  readonly ratio: number
  readonly cpuRatio: number | null
  readonly controlRatio?: number
  readonly ours: Figures
  readonly floor: Figures
}

class CaptureBench {
  /** Which orders each variant captured. */
  readonly done: Record<Variant, number[]> = { ours: [], floor: [], chatty: [], afterwards: [], within: [] }
  private next: number

  constructor(
    private readonly server: Server,
    private readonly population: Population,
  ) {
    this.next = population.paid + 1
  }

  /** What one variant costs against the floor; a round gives one ratio and the median of five counts. */
  async compare(pool: Knex, size: { writers: number; orders: number; control: boolean }): Promise<Run> {
    const service = new ReconciliationModuleService({ __pg_connection__: pool })
    const context = { actor: { type: "system", id: null }, cause: "payment.captured" } as const
    const floor: Capture = ({ values }) => send(pool, CAPTURE, values)
    const rounds = await this.rounds(size, {
      ours: ({ history }) => service.orders.reconcile(history, { context }),
      floor,
    })
    // Apart, because its garbage would be collected while the others are timed.
    const control = size.control
      ? await this.rounds(size, { chatty: (order) => captureChattily(pool, order), floor })
      : undefined
    return runOf(rounds, { writers: size.writers, control })
  }

  /** What it costs to give each payment its receipt's number, and what a number within the posting costs all others. */
  async numbering(pool: Knex, size: { writers: number; orders: number }): Promise<Numbering> {
    const service = new ReconciliationModuleService({ __pg_connection__: pool })
    const { posted: ours, ...others } = numbered(pool, service)
    const rounds = await this.rounds(size, { ours, ...others })
    return numberingOf(rounds, size.writers)
  }

  /** Blocks of each variant in turn, in rounds. */
  private async rounds(size: { writers: number; orders: number }, captures: Captures): Promise<Round[]> {
    const variants = Object.entries(captures) as [Variant, Capture][]
    for (const [variant, work] of variants)
      await this.block(variant, work, { ...size, orders: Math.ceil(WARM_UP / size.writers) })
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const sums: Round = {
        ours: emptyBlock(),
        floor: emptyBlock(),
        chatty: emptyBlock(),
        afterwards: emptyBlock(),
        within: emptyBlock(),
      }
      for (let turn = 0; turn < BLOCKS_A_ROUND; turn += 1) {
        for (const [variant, work] of turn % 2 === 0 ? variants : variants.toReversed()) {
          addTo(sums[variant], await this.block(variant, work, size))
        }
      }
      rounds.push(sums)
    }
    return rounds
  }

  /** Every writer captures its own orders one after the other, all writers at once. */
  private async block(
    variant: Variant,
    work: Capture,
    size: { writers: number; orders: number },
  ): Promise<Block> {
    const first = this.next
    this.next += size.writers * size.orders
    const shares = Array.from({ length: size.writers }, (_, writer) =>
      Array.from({ length: size.orders }, (__, index) =>
        capturedOrder(first + index * size.writers + writer, this.population),
      ),
    )
    const milliseconds: number[] = []
    const before = cpuSeconds(this.server)
    await Promise.all(
      shares.map(async (orders) => {
        for (const order of orders) {
          const started = performance.now()
          await work(order)
          milliseconds.push(performance.now() - started)
        }
      }),
    )
    const after = cpuSeconds(this.server)
    this.done[variant].push(...shares.flat().map(({ n }) => n))
    return { milliseconds, cpu: before === null || after === null ? null : after - before }
  }
}

type Captures = Partial<Record<Variant, Capture>>
type Round = Record<Variant, Block>

interface Block {
  readonly milliseconds: number[]
  cpu: number | null
}

const emptyBlock = (): Block => ({ milliseconds: [], cpu: 0 })

function addTo(total: Block, block: Block): void {
  total.milliseconds.push(...block.milliseconds)
  total.cpu = total.cpu === null || block.cpu === null ? null : total.cpu + block.cpu
}

function runOf(
  rounds: readonly Round[],
  { writers, control }: { writers: number; control: readonly Round[] | undefined },
): Run {
  const ours = figuresOf(rounds.map((round) => round.ours))
  const floor = figuresOf(rounds.map((round) => round.floor))
  return {
    writers,
    ratio: ratioOf(rounds, "ours"),
    cpuRatio: ours.cpu === null || floor.cpu === null ? null : rounded(ours.cpu / floor.cpu),
    ...(control && { controlRatio: ratioOf(control, "chatty") }),
    ours,
    floor,
  }
}

function ratioOf(rounds: readonly Round[], variant: Variant): number {
  const p50 = (block: Block): number => median(block.milliseconds)
  return rounded(median(rounds.map((round) => p50(round[variant]) / p50(round.floor))))
}

function figuresOf(blocks: readonly Block[]): Figures {
  const cpu = blocks.map((block) =>
    block.cpu === null ? null : (block.cpu / block.milliseconds.length) * 1000,
  )
  return {
    p50: rounded(median(blocks.map(({ milliseconds }) => median(milliseconds)))),
    p95: rounded(median(blocks.map(({ milliseconds }) => percentile(milliseconds, 0.95)))),
    cpu: cpu.includes(null) ? null : rounded(median(cpu as number[])),
  }
}

function lineOf({ writers, ratio, cpuRatio, ours, floor }: Run): string {
  const figures = ({ p50, p95, cpu }: Figures): string => `p50 ${p50} p95 ${p95} cpu ${cpu ?? "?"} ms`
  return `${String(writers).padStart(2)} writers: ${ratio} times (CPU ${cpuRatio ?? "?"}); ours ${figures(ours)}; floor ${figures(floor)}`
}

/** Whether every order of every variant holds exactly the same rows. */
async function differences(
  database: OwnDatabase,
  done: Record<Variant, readonly number[]>,
): Promise<{ alike: boolean; detail: string }> {
  const contents = new Map<string, string[]>()
  for (const [variant, orders] of Object.entries(done)) {
    const rows = await send<{ content: string; orders: number }>(database.knex, contentOfOrders, [orders])
    for (const row of rows)
      contents.set(row.content, [...(contents.get(row.content) ?? []), `${variant} ${row.orders}`])
  }
  const detail = [...contents].map(([content, who]) => `\n${who.join(", ")}: ${content}`).join("")
  return { alike: contents.size === 1, detail }
}

async function countWrong(database: OwnDatabase): Promise<number> {
  const items = await database.row<{ wrong: number }>(wrongItems)
  const accounts = await database.row<{ wrong: number }>(wrongAccounts)
  return items.wrong + accounts.wrong
}

async function isDurable(database: OwnDatabase): Promise<boolean> {
  const { fsync, commit } = await database.row<{ fsync: string; commit: string }>(
    "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
  )
  return fsync === "on" && commit === "on"
}
