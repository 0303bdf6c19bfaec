/** A process that is a whole host with the plugin's sources as its own, and measures back-fills of its orders. */
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { startApp } from "@medusajs/test-utils/dist/medusa-test-runner-utils/bootstrap-app"
import { RECONCILIATION_MODULE } from "../../src/modules/reconciliation"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { readByGraph } from "../../src/workflows/host/graph-orders"
import { ORDERS_A_READ, readEach } from "../../src/workflows/host/read-orders"
import { readOld } from "../../src/workflows/runs/read-old"
import { HeldBus } from "../capture-e2e/held-bus"
import { LedgerState } from "../capture-e2e/ledger-state"
import { captureOrders, placeOrders } from "../capture-e2e/orders"
import { cpuSeconds } from "../lib/cpu"
import { connect } from "../lib/database"
import { median, rounded } from "../lib/figures"
import { answerOrders } from "../lib/host-process"
import type { Server } from "../lib/task"
import { cloneOrders } from "./clones"

export interface Order {
  readonly server: Server
  readonly database: string
  readonly orders: number
  readonly rounds: number
}

/** Milliseconds of CPU an order, Node and PostgreSQL together. */
export interface Filled {
  readonly orders: number
  readonly ours: number
  /** Reading the orders by `query.graph`. */
  readonly floor: number
  readonly ratio: number
  readonly undo: number
  /** The control's ratio. */
  readonly control: number
  /** Orders that stand otherwise than events would have left them. */
  readonly other: number
}

const root = path.resolve(__dirname, "..", "..")
/** Real ones, of which the others are copies. */
const PLACED = 50
const CONTEXT = { actor: { type: "user", id: "user_bench" }, cause: "bench" } as const

async function measure(
  { server, database, orders, rounds }: Order,
  say: (line: string) => void,
): Promise<Filled> {
  const { container } = await startApp({ cwd: root })
  const ledger = container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)
  // The job of every minute would fall on one side of a comparison only.
  ledger.sweep.readWatermark = () => new Promise(() => undefined)
  const bus = new HeldBus(container)
  const pool = connect(database, 1)
  await captureOrders(container, bus, await placeOrders(container, PLACED))
  bus.way = "lose"
  await cloneOrders(pool, Math.max(1, Math.round(orders / PLACED) - 1))
  const { rows }: { rows: { id: string }[] } = await pool.raw(
    `select id from "order" order by created_at, id`,
  )
  const ids = rows.map(({ id }) => id)
  say(`a host has ${ids.length} captured orders after ${Math.round(process.uptime())} s`)
  const bench = new Bench(container, ledger, server)
  const empty = await LedgerState.keep(pool)
  await bench.read(ids.slice(0, 2 * ORDERS_A_READ))
  await bench.fill()
  const pairs: { ours: number; floor: number; undo: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    await empty.restore()
    const floor = await bench.cost(ids.length, () => bench.read(ids))
    const ours = await bench.cost(ids.length, () => bench.fill())
    const undo = await bench.cost(ids.length, () => bench.undo())
    pairs.push({ ours, floor, undo })
    say(`round ${round + 1}: ${JSON.stringify(pairs.at(-1))}`)
  }
  await empty.restore()
  await bench.fill()
  const filled = await empty.contents(ids)
  await empty.restore()
  const some = ids.slice(0, Math.min(ids.length, 1_000))
  const control = await bench.cost(some.length, () => bench.post(some))
  const posted = await empty.contents(some)
  const middle = (pick: (pair: (typeof pairs)[number]) => number): number => rounded(median(pairs.map(pick)))
  await pool.destroy()
  return {
    orders: ids.length,
    ours: middle(({ ours }) => ours),
    floor: middle(({ floor }) => floor),
    ratio: middle(({ ours, floor }) => ours / floor),
    undo: middle(({ undo }) => undo),
    control: rounded(control / median(pairs.map(({ floor }) => floor))),
    other: some.filter((id) => !posted.has(id) || posted.get(id) !== filled.get(id)).length,
  }
}

class Bench {
  private last = ""
  private readonly work: ReconciliationModuleService["runs"]["work"]

  constructor(
    private readonly container: MedusaContainer,
    private readonly ledger: ReconciliationModuleService,
    private readonly server: Server,
  ) {
    const { runs } = ledger
    this.work = runs.work.bind(runs)
    // The job of every minute would take chunks of what is measured.
    runs.work = () => Promise.resolve(undefined)
  }

  /** The floor: the orders as the host's own query answers them, and nothing else. */
  async read(ids: readonly string[]): Promise<void> {
    for (const orderIds of pagesOf(ids)) {
      const { failures } = await readByGraph(this.container, {
        orderIds,
        hostVersions: new Map(),
        metadata: false,
      })
      for (const { error } of failures) throw error
    }
  }

  async fill(): Promise<void> {
    const { runs } = this.ledger
    this.last = (await runs.start({ kind: "backfill", scope: {}, context: CONTEXT })).id
    while (await this.work("bench", (ids) => readOld(this.container, ids)));
  }

  async undo(): Promise<void> {
    const { runs } = this.ledger
    await runs.undo({ runId: this.last, context: CONTEXT })
    while (await this.work("bench"));
  }

  /** The control: orders read as the host answers them, each posted in a transaction of its own. */
  async post(ids: readonly string[]): Promise<void> {
    for (const page of pagesOf(ids)) {
      const { histories, failures } = await readEach(this.container, page, { by: readByGraph })
      for (const { error } of failures) throw error
      for (const { recheckAt, basedOn, ...history } of histories)
        await this.ledger.orders.reconcile(history, {
          context: CONTEXT,
          expectedVersion: basedOn ?? undefined,
          recheckAt,
        })
    }
  }

  /** Milliseconds of CPU for one order. */
  async cost(orders: number, work: () => Promise<void>): Promise<number> {
    const before = cpuSeconds(this.server) ?? 0
    await work()
    return (((cpuSeconds(this.server) ?? 0) - before) * 1000) / orders
  }
}

const pagesOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / ORDERS_A_READ) }, (_, page) =>
    ids.slice(page * ORDERS_A_READ, (page + 1) * ORDERS_A_READ),
  )

answerOrders(measure)
