import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { readByGraph } from "../../src/workflows/host/graph-orders"
import { ORDERS_A_READ, readEach } from "../../src/workflows/host/read-orders"
import { cpuSeconds } from "../lib/cpu"
import { median, percentile, rounded } from "../lib/figures"
import type { Server } from "../lib/task"
import type { HeldBus } from "./held-bus"
import type { LedgerState } from "./ledger-state"
import type { CapturedOrder } from "./orders"
import type { Burst, Pace } from "./sizes"

const WARM_UP = 20
/** Milliseconds between two of five captures a second. */
const BEAT = 200
/** How many captures come one way before they come the other. */
const BLOCK = 10

interface Surroundings {
  readonly container: MedusaContainer
  readonly ledger: ReconciliationModuleService
  readonly server: Server
  readonly bus: HeldBus
}

interface Cost {
  /** Milliseconds of CPU for one order. */
  readonly cpu: number
  readonly milliseconds: number
  /** Megabytes. */
  readonly memory: number
}

/** The plugin's way from events to committed allocations, and the floor's, in one host. */
export class Measures {
  /** When the ledger had committed a change of an order. */
  private readonly committed = new Map<string, number>()

  constructor(private readonly around: Surroundings) {
    const { ledger } = around
    const reconcile = ledger.orders.reconcile.bind(ledger.orders)
    ledger.orders.reconcile = async (history, options) => {
      const result = await reconcile(history, options)
      if (result.changed) this.committed.set(result.orderId, performance.now())
      return result
    }
  }

  /** The floor: orders read in batches by the host's own query, each posted. */
  async post(orderIds: readonly string[]): Promise<void> {
    const { container, ledger } = this.around
    for (let first = 0; first < orderIds.length; first += ORDERS_A_READ) {
      const batch = orderIds.slice(first, first + ORDERS_A_READ)
      const { histories, failures } = await readEach(container, batch, { by: readByGraph })
      for (const { error } of failures) throw error
      for (const { recheckAt, basedOn, ...history } of histories) {
        await ledger.orders.reconcile(history, {
          context: { actor: { type: "system", id: null }, cause: "payment.captured" },
          expectedVersion: basedOn ?? undefined,
          recheckAt,
        })
      }
    }
  }

  /** All captures told at once, against the floor on the same orders, in rounds; and the control on some. */
  async burst(
    orders: readonly CapturedOrder[],
    state: LedgerState,
    { rounds, control }: { rounds: number; control: number },
  ): Promise<Burst> {
    const ids = orders.map(({ orderId }) => orderId)
    const floor = (): Promise<void> => this.post(ids)
    const ours = (): Promise<void> => this.around.bus.deliver(orders.flatMap(({ events }) => events))
    await state.restore()
    await this.post(ids.slice(0, WARM_UP))
    for (const order of orders.slice(WARM_UP, 2 * WARM_UP)) await this.around.bus.deliver(order.events)
    const pairs: { ours: Cost; floor: Cost }[] = []
    let wanted = new Map<string, string>()
    let lost = 0
    for (let round = 0; round < rounds; round += 1) {
      await state.restore()
      const floorCost = await this.cost(ids.length, floor)
      wanted = await state.contents(ids)
      await state.restore()
      const cost = await this.cost(ids.length, ours)
      lost += differing(ids, wanted, await state.contents(ids))
      pairs.push({ ours: cost, floor: floorCost })
    }
    await state.restore()
    const some = orders.slice(0, control)
    const alone = await this.cost(some.length, () => this.oneByOne(some))
    const middle = (pick: (pair: { ours: Cost; floor: Cost }) => number): number =>
      rounded(median(pairs.map(pick)))
    return {
      ours: middle((pair) => pair.ours.cpu),
      floor: middle((pair) => pair.floor.cpu),
      ratio: middle((pair) => pair.ours.cpu / pair.floor.cpu),
      control: rounded(alone.cpu / median(pairs.map((pair) => pair.floor.cpu))),
      milliseconds: middle((pair) => pair.ours.milliseconds),
      memory: { ours: middle((pair) => pair.ours.memory), floor: middle((pair) => pair.floor.memory) },
      lost,
    }
  }

  /** Five captures a second, some told and some read and posted one by one, in blocks. */
  async pace(orders: readonly CapturedOrder[]): Promise<Pace> {
    const { bus } = this.around
    const took: Record<"ours" | "floor", number[]> = { ours: [], floor: [] }
    const cpu: Record<"ours" | "floor", number[]> = { ours: [], floor: [] }
    for (let first = 0; first < orders.length; first += BLOCK) {
      const block = orders.slice(first, first + BLOCK)
      const way = (first / BLOCK) % 2 === 0 ? "ours" : "floor"
      const cost = await this.cost(block.length, async () => {
        const running = block.map(async ({ orderId, events }, index) => {
          await sleep(index * BEAT)
          const begun = performance.now()
          await (way === "ours" ? bus.deliver(events) : this.post([orderId]))
          return (this.committed.get(orderId) ?? Number.POSITIVE_INFINITY) - begun
        })
        took[way].push(...(await Promise.all(running)))
      })
      cpu[way].push(cost.cpu)
    }
    return {
      ours: rounded(median(cpu.ours)),
      floor: rounded(median(cpu.floor)),
      ratio: rounded(median(cpu.ours) / median(cpu.floor)),
      p50: rounded(median(took.ours)),
      p95: rounded(percentile(took.ours, 0.95)),
      floorP50: rounded(median(took.floor)),
      floorP95: rounded(percentile(took.floor, 0.95)),
      lost: took.ours.filter((milliseconds) => !Number.isFinite(milliseconds)).length,
    }
  }

  /** The control: a bus that hands over one event after the other, so that none is gathered with another. */
  private async oneByOne(orders: readonly CapturedOrder[]): Promise<void> {
    for (const event of orders.flatMap(({ events }) => events)) await this.around.bus.deliver([event])
  }

  private async cost(orders: number, work: () => Promise<void>): Promise<Cost> {
    this.committed.clear()
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 20)
    const cpu = cpuSeconds(this.around.server) ?? 0
    const begun = performance.now()
    await work()
    const milliseconds = performance.now() - begun
    const used = ((cpuSeconds(this.around.server) ?? 0) - cpu) * 1000
    clearInterval(watch)
    return { cpu: used / orders, milliseconds, memory: (most - before) / 2 ** 20 }
  }
}

function differing(
  ids: readonly string[],
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): number {
  // What pays nothing whole is no capture that was told.
  const isWhole = (content: string | undefined): boolean =>
    content !== undefined && !content.includes('"paid": null')
  return ids.filter((id) => !isWhole(found.get(id)) || found.get(id) !== wanted.get(id)).length
}
