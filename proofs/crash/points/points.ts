import { openDatabase } from "../../../bench/lib/database"
import type { Server } from "../../../bench/lib/task"
import { auditShop, type HostAudit } from "./audit"
import { Hold, HOLDABLE, Unreached, type Lock } from "./hold"
import { eventually, MortalHost } from "./host"
import { ROLES, SCENES, type Cast, type Reached, type Scene } from "./scenes"
import { Shop, type ShopOrder } from "./shop"

export interface PointsOutcome {
  readonly holds: boolean
  readonly kills: number
  /** Kills of a host that did not come to the points where it should be hit. */
  readonly elsewhere: number
  /** How often each point was hit, as the database shows. */
  readonly hits: Readonly<Record<string, number>>
  readonly lost: number
  readonly doubled: number
  readonly stuck: number
  readonly violations: readonly string[]
  /** The longest from a capture after a restart until the ledger held it, in milliseconds. */
  readonly slowestNext: number
  /** What was missing before the sweep; without it the sweep had nothing to repair. */
  readonly missingBeforeSweep: number
}

/** Kills a real host at each named point, so many times. */
export async function killAtPoints(
  server: Server,
  { turns, say }: { turns: number; say: (line: string) => void },
): Promise<PointsOutcome> {
  const database = await openDatabase(server, 4)
  const host = new MortalHost(database)
  try {
    await host.migrate()
    await database.knex.raw(HOLDABLE)
    const begun = performance.now()
    await host.boot()
    say(`a host boots in ${Math.round(performance.now() - begun)} ms`)
    const run = new Run(host, await Shop.open(host))
    await run.open()
    say(`the shop is open after ${Math.round(performance.now() - begun)} ms`)
    for (const scene of SCENES) await run.playOften(scene, turns)
    const outcome = run.outcome(turns)
    for (const [point, hits] of Object.entries(outcome.hits)) say(`${point}: ${hits} kills`)
    say(
      `${outcome.kills} kills, ${outcome.elsewhere} of them elsewhere: ${outcome.lost} lost, ${outcome.doubled} doubled, ${outcome.stuck} stuck, ` +
        `${outcome.violations.length} rules broken; ${outcome.missingBeforeSweep} rows were missing before the sweeps, ` +
        `the slowest capture after a restart took ${outcome.slowestNext} ms to the ledger`,
    )
    for (const what of outcome.violations.slice(0, 5)) say(`! ${what}`)
    return outcome
  } finally {
    await host.kill()
    await database.drop()
  }
}

class Run {
  private cast: Cast | undefined
  private kills = 0
  private readonly hits: Record<string, number> = {}
  private readonly totals = {
    lost: 0,
    doubled: 0,
    stuck: 0,
    slowestNext: 0,
    missingBeforeSweep: 0,
    elsewhere: 0,
  }
  private readonly violations: string[] = []

  constructor(
    private readonly host: MortalHost,
    private readonly shop: Shop,
  ) {}

  /** Places the orders that the scenes are played on, and lets the first sweep set its mark. */
  async open(): Promise<void> {
    const cast: Partial<Record<(typeof ROLES)[number], ShopOrder>> = {}
    for (const role of ROLES) cast[role] = await this.shop.know(await this.shop.place(role))
    this.cast = cast as Cast
    await this.host.ask({ does: "sweep" })
    this.take(await auditShop(this.shop))
  }

  /** Plays a scene until each of its points was hit so often. */
  async playOften(scene: Scene, turns: number): Promise<void> {
    let least = 0
    for (let turn = 1; least < turns && turn <= turns * MOST_TRIES; turn += 1) {
      const points = await this.play(scene, turn)
      if (points.length > 0) least = Math.min(...points.map((point) => this.hits[point] ?? 0))
    }
  }

  /** @returns the points that it meant to hit; none when the host never came to them */
  private async play(scene: Scene, turn: number): Promise<string[]> {
    const { cast, shop, host } = this
    if (!cast) throw new Error("the shop is not open")
    const holds: Hold[] = []
    const hold = async (lock: Lock): Promise<Hold> => {
      const made = await Hold.by(host.database, lock)
      holds.push(made)
      return made
    }
    let reached: Reached[] = []
    try {
      reached = await scene({ shop, cast, turn, hold })
      if (reached.some(({ pass }) => pass)) host.freeze()
      for (const { hold: held, pass } of reached) if (pass) await held?.passInto(pass)
    } catch (error) {
      // Something else of the host was in its place, the job of every minute perhaps: a kill all the same.
      if (!(error instanceof Unreached)) throw error
      this.totals.elsewhere += 1
      reached = []
    }
    const gone = host.kill()
    for (const one of holds) await one.release()
    if ((await gone).leftOpen) this.totals.stuck += 1
    await this.count(reached)
    await host.boot()
    await this.recover(reached)
    return reached.map(({ point }) => point)
  }

  private async count(reached: readonly Reached[]): Promise<void> {
    this.kills += 1
    for (const { point, wasHit } of reached) {
      this.hits[point] = (this.hits[point] ?? 0) + ((await wasHit()) ? 1 : 0)
    }
    this.totals.missingBeforeSweep += (await auditShop(this.shop)).lost
  }

  outcome(turns: number): PointsOutcome {
    const { hits, kills, totals, violations } = this
    const everyPoint = Object.values(hits).length === POINTS && Object.values(hits).every((n) => n >= turns)
    const clean = totals.lost + totals.doubled + totals.stuck + violations.length === 0
    const holds = everyPoint && clean && totals.missingBeforeSweep > 0
    return { holds, kills, hits, ...totals, violations }
  }

  /** Repeats what had no answer, sweeps, lets the grace go by, sweeps, and looks; then all goes on. */
  private async recover(reached: readonly Reached[]): Promise<void> {
    const { shop, host } = this
    for (const { key } of reached.flatMap(({ deposits = [] }) => deposits)) await this.repeat(key)
    await host.ask({ does: "sweep" })
    await host.database.knex.raw(GRACE_GOES_BY)
    await host.ask({ does: "sweep" })
    this.take(await auditShop(shop))
    const touched = new Set(reached.flatMap(({ orders = [] }) => orders.map(({ orderId }) => orderId)))
    await Promise.all(
      shop.orders.filter(({ orderId }) => touched.has(orderId)).map((order) => this.goOn(order)),
    )
    this.take(await auditShop(shop))
  }

  /** The caller has no answer and asks again with the same key, and then once more. */
  private async repeat(key: string): Promise<void> {
    const till = this.cast?.till
    if (!till) return
    const second = await this.shop.deposit(till, key)
    const third = await this.shop.deposit(till, key)
    const [one, other] = [second, third].map(({ body }) => JSON.stringify(body.payment))
    const same = one !== undefined && one === other
    if (second.status !== 201 || third.status !== 201 || !same) {
      this.violations.push(`the deposit ${key} was answered with ${second.status} and then ${third.status}`)
    }
    if ((await this.shop.depositsOf(key)) !== 1)
      this.violations.push(`the deposit ${key} does not stand once`)
  }

  /** The next capture of an order, heard as an event, must come to the ledger by itself. */
  private async goOn(order: ShopOrder): Promise<void> {
    const begun = performance.now()
    await this.shop.capture(order)
    const arrived = await eventually(async () => {
      const { host, ledger } = await this.shop.captures(order)
      return host === ledger
    })
    const took = Math.round(performance.now() - begun)
    this.totals.slowestNext = Math.max(this.totals.slowestNext, took)
    if (!arrived) this.totals.stuck += 1
  }

  private take({ lost, doubled, violations }: HostAudit): void {
    this.totals.lost += lost
    this.totals.doubled += doubled
    this.violations.push(...violations)
  }
}

/** How many kills one hit may take: a kill that hits something else is repeated, and audited like the others. */
const MOST_TRIES = 2
/** How many points the scenes have between them. */
const POINTS = 10

/** Lets three minutes go by for everything that waits for less. */
const GRACE_GOES_BY = `
  update reconciliation_document
     set recheck_at = recheck_at - interval '3 minutes', read_at = read_at - interval '3 minutes';
  update reconciliation_retry set next_at = next_at - interval '3 minutes';
  update capture set created_at = created_at - interval '3 minutes'
   where not exists (select 1 from order_transaction t where t.reference_id = capture.id)`
