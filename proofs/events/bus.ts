import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { reconcileAll } from "../../src/workflows/reconcile-orders/reconcile-all"
import { Chance } from "../../bench/lib/chance"
import { balanceMovedBy, orderIdOf, NO_HOLD, type ActedHost, type Hold, type Marks } from "./host"
import type { History, Step } from "./history"

/** What happened to the events, over all histories. */
export interface Tally {
  events: number
  dropped: number
  doubled: number
  /** Reads that another one had overtaken, so that the order was read again. */
  overtaken: number
  failed: number
  retried: number
}

const DROPPED = 0.3
const DOUBLED = 0.3
/** Losses come in a row, as when a bus is down; in the long run they are the share above. */
const LOST_AFTER_LOST = 0.6
const LOST_AFTER_DELIVERED = (DROPPED * (1 - LOST_AFTER_LOST)) / (1 - DROPPED)
const LATE = 0.5
const SLOW = 0.3
const FAILING = 0.08
const RETRIED = 0.5
const LONGEST_DELAY = 6
const LONGEST_HOLD = 6

const actor = { type: "system", id: null } as const

interface Delivery {
  readonly orderId: string
  readonly due: number
  /** What it tells of, and whether it is the first event that does. */
  readonly step: Step
  readonly isFirst: boolean
}

interface Running {
  readonly releaseAt: number
  readonly release: () => void
  readonly done: Promise<void>
}

interface Surroundings {
  readonly host: ActedHost
  readonly ledger: ReconciliationModuleService
  /** When the first step happens; each later one a millisecond later, whatever the clock says. */
  readonly begun: number
  readonly tally: Tally
}

/** Delivers one history's events to a ledger as a bad bus does, or each at once as a perfect one would. */
export class Bus {
  /** Deliveries in the order in which they were made, for whoever would post what each event says. */
  readonly delivered: Delivery[] = []
  /** The marks of the newest look at each order that came to the ledger. */
  readonly seen = new Map<string, Marks & { readonly looked: number }>()
  readonly orderIds: ReadonlySet<string>
  private readonly chance: Chance
  private readonly host: ActedHost
  private readonly ledger: ReconciliationModuleService
  private readonly begun: number
  private readonly tally: Tally
  private waiting: Delivery[] = []
  private running: Running[] = []
  private isLosing = false
  private place = 0
  private looked = 0

  constructor(
    private readonly history: History,
    { host, ledger, begun, tally }: Surroundings,
  ) {
    this.host = host
    this.ledger = ledger
    this.begun = begun
    this.tally = tally
    this.chance = new Chance(history.seed)
    this.orderIds = new Set(history.timelines.map((_, order) => orderIdOf(history, order)))
  }

  /** Every step's event arrives once, before the next step. */
  async deliverInOrder(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.place += 1
      if (!(await this.host.happen(this.history, step, this.mark()))) continue
      const orderId = orderIdOf(this.history, step.order)
      this.delivered.push({ orderId, due: this.place, step, isFirst: true })
      await this.reconcile([orderId])
    }
  }

  /** Events get lost, come twice, late and out of turn; hosts are slow to answer, and connections break. */
  async live(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.place += 1
      if (await this.host.happen(this.history, step, this.mark())) this.emit(step)
      await this.releaseDue()
      await this.deliverDue()
    }
    await this.settle()
  }

  /** Whatever is still on its way arrives, in any order. */
  private async settle(): Promise<void> {
    this.waiting = this.waiting.map((one) => ({ ...one, due: this.place }))
    await this.deliverDue()
    await Promise.all(this.chance.shuffled(this.running.splice(0)).map((one) => this.finish(one)))
    if (this.waiting.length > 0) await this.settle()
  }

  private mark(): string {
    return new Date(this.begun + this.place).toISOString()
  }

  private emit(step: Step): void {
    const orderId = orderIdOf(this.history, step.order)
    // The host tells some things twice over, by an event of its own and by one of a module.
    const count = this.chance.happens(0.3) ? 2 : 1
    for (let index = 0; index < count; index += 1) {
      this.tally.events += 1
      this.isLosing = this.chance.happens(this.isLosing ? LOST_AFTER_LOST : LOST_AFTER_DELIVERED)
      if (this.isLosing) {
        this.tally.dropped += 1
        continue
      }
      const isDoubled = this.chance.happens(DOUBLED / (1 - DROPPED))
      if (isDoubled) this.tally.doubled += 1
      for (let copy = 0; copy < (isDoubled ? 2 : 1); copy += 1) {
        const due = this.place + (this.chance.happens(LATE) ? 1 + this.chance.below(LONGEST_DELAY) : 0)
        this.waiting.push({ orderId, due, step, isFirst: index === 0 })
      }
    }
  }

  /** The sweep has read these as they are; of a capture in flight it has left the money for the next read. */
  noteSwept(orderIds: readonly string[]): void {
    this.looked += 1
    for (const id of orderIds) {
      const marks = this.host.marksOf(id)
      if (!marks || !this.orderIds.has(id)) continue
      this.seen.set(id, { ...marks, money: this.host.isInFlight(id) ? "" : marks.money, looked: this.looked })
    }
  }

  /** What a ledger would come to that adds what each event says, in minor units by order. */
  sumsByEvent(): Map<string, bigint> {
    const sums = new Map<string, bigint>([...this.orderIds].map((id) => [id, 0n]))
    for (const { orderId, step, isFirst } of this.delivered) {
      if (isFirst) sums.set(orderId, (sums.get(orderId) ?? 0n) + balanceMovedBy(this.history, step))
    }
    return sums
  }

  private async deliverDue(): Promise<void> {
    const due = this.chance.shuffled(this.waiting.filter((one) => one.due <= this.place))
    this.waiting = this.waiting.filter((one) => one.due > this.place)
    while (due.length > 0) {
      // Events that come together are read together.
      const batch = due.splice(0, 1 + this.chance.below(2))
      this.delivered.push(...batch)
      const orderIds = [...new Set(batch.map(({ orderId }) => orderId))]
      if (this.chance.happens(FAILING)) await this.fail(batch, orderIds)
      else if (this.chance.happens(SLOW)) await this.begin(orderIds)
      else await this.reconcile(orderIds)
    }
  }

  /** The connection to the host breaks; a bus that can tries again later. */
  private async fail(batch: readonly Delivery[], orderIds: string[]): Promise<void> {
    this.tally.failed += 1
    const broken = { ...NO_HOLD, before: () => Promise.reject(new Error("the connection is lost")) }
    const outcome = await this.reconcile(orderIds, broken).catch((error: unknown) => error)
    if (!(outcome instanceof Error) || !/connection is lost/.test(outcome.message)) {
      throw new Error(`a lost connection was not told: ${String(outcome)}`)
    }
    if (!this.chance.happens(RETRIED)) return
    this.tally.retried += 1
    this.waiting.push(
      ...batch.map((one) => ({ ...one, due: this.place + 1 + this.chance.below(LONGEST_DELAY) })),
    )
  }

  /** Begins a read that the host answers only some steps later, before or after it has looked. */
  private async begin(orderIds: string[]): Promise<void> {
    const gate = gateOf()
    const hold = this.chance.happens(0.5)
      ? { ...NO_HOLD, before: gate.wait }
      : { ...NO_HOLD, after: gate.wait }
    const done = this.reconcile(orderIds, hold)
    await Promise.race([gate.reached, done])
    this.running.push({
      releaseAt: this.place + 1 + this.chance.below(LONGEST_HOLD),
      release: gate.open,
      done,
    })
  }

  private async releaseDue(): Promise<void> {
    const due = this.running.filter(({ releaseAt }) => releaseAt <= this.place)
    this.running = this.running.filter(({ releaseAt }) => releaseAt > this.place)
    // Those that are due together are applied at the same time.
    await Promise.all(due.map((one) => this.finish(one)))
  }

  private async finish({ release, done }: Running): Promise<void> {
    release()
    await done
  }

  private async reconcile(orderIds: string[], hold: Hold = NO_HOLD): Promise<void> {
    const shown = new Map<string, Marks & { readonly looked: number }>()
    let reads = 0
    const container = this.host.container(this.ledger, {
      before: async () => {
        reads += 1
        await hold.before()
      },
      after: async (asked) => {
        this.looked += 1
        for (const id of asked) {
          const marks = this.host.marksOf(id)
          if (marks) shown.set(id, { ...marks, looked: this.looked })
        }
        await hold.after(asked)
      },
    })
    await reconcileAll(container, { order_ids: orderIds, cause: "event", actor })
    this.tally.overtaken += reads - 1
    for (const [id, marks] of shown) {
      if ((this.seen.get(id)?.looked ?? 0) < marks.looked) this.seen.set(id, marks)
    }
  }
}

function gateOf(): { wait: () => Promise<void>; reached: Promise<void>; open: () => void } {
  let open = (): void => undefined
  let arrive = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  const reached = new Promise<void>((resolve) => (arrive = resolve))
  const wait = async (): Promise<void> => {
    arrive()
    await opened
  }
  return { wait, reached, open: () => open() }
}
