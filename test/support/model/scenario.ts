import type { StrategyName } from "../../../src/modules/reconciliation/domain/allocation/strategy"
import { STRATEGY_NAMES } from "../../../src/modules/reconciliation/domain/allocation/strategies"
import { ReconciliationError } from "../../../src/modules/reconciliation/domain/errors"
import { wrongIn } from "./check"
import type { Brings } from "./check-members"
import { COMMANDS } from "./commands"
import { follow } from "./commands/members"
import { HostOrder, LINE_NAMES, type HostCount } from "./host-order"
import { currencyOf } from "./options"
import { randomOf } from "./random"
import { SUSPENSE_ID } from "../../../src/modules/reconciliation/domain/owner"
import { partOf, percent, someAmount, sumOf, type ModelLedger, type Picture, type World } from "./world"

/** What many scenarios came to. */
export interface Tally {
  scenarios: number
  commands: number
  readonly kinds: Record<string, { accepted: number; refused: number }>
  readonly states: Record<string, number>
  readonly codes: Record<string, number>
  /** The largest sum of one account's items, minor units. */
  largest: string
}

export const emptyTally = (): Tally => ({
  scenarios: 0,
  commands: 0,
  kinds: {},
  states: {},
  codes: {},
  largest: "0",
})

/** A rule that a scenario has found broken, with all that led to it. */
export class BrokenScenario extends Error {
  constructor(seed: number, trace: readonly string[], wrong: readonly string[]) {
    super(`scenario ${seed}, after ${trace.join("; ")}:\n  ${wrong.join("\n  ")}`)
    this.name = "BrokenScenario"
  }
}

/** What a scenario's ledger must know before it begins. */
export interface ScenarioTerms {
  readonly strategy: StrategyName
  readonly digits: number
  /** Its own: nobody's account is one a currency. */
  readonly currency: string
}

export interface ScenarioOptions {
  readonly seed: number
  /** At most so many commands. */
  readonly commands: number
  readonly openLedger: (scenario: ScenarioTerms) => ModelLedger
}

/**
 * Plays one random scenario of an account, and after each command compares the ledger with the shop's own count
 * and looks for broken rules. The same seed is the same scenario.
 *
 * @throws BrokenScenario
 */
export async function playScenario(
  { seed, commands, openLedger }: ScenarioOptions,
  tally: Tally,
): Promise<void> {
  const scenario = new Scenario(seed, openLedger, tally)
  await scenario.begin()
  const length = 1 + scenario.random(commands)
  for (let step = 0; step < length; step += 1) await scenario.step()
  await scenario.end()
  tally.scenarios += 1
}

const DIGITS = [0, 2, 2, 3]
const RATES: readonly (readonly number[])[] = [[], [], [20], [20, 7]]

class Scenario {
  readonly random: (below: number) => number
  private readonly trace: string[] = []
  private readonly heard = new Map<string, HostCount>()
  private readonly world: World
  private minute = 0
  private readonly customers: readonly string[]
  private readonly digits: number

  constructor(
    private readonly seed: number,
    openLedger: ScenarioOptions["openLedger"],
    private readonly tally: Tally,
  ) {
    this.random = randomOf(seed)
    this.digits = DIGITS[this.random(DIGITS.length)] ?? 2
    this.customers = ["ada", "bea", "cleo"].map((name) => `${name}_${seed}`)
    const strategy = STRATEGY_NAMES[this.random(STRATEGY_NAMES.length)] ?? "line_order"
    const ledger = openLedger({
      strategy,
      digits: this.digits,
      currency: currencyOf(seed),
    })
    this.world = {
      ledger: this.hearing(ledger),
      orders: [],
      customers: this.customers,
      nobody: SUSPENSE_ID,
      company: `firm_${seed}`,
      digits: this.digits,
      random: this.random,
      tick: () => this.tick(),
      seen: EMPTY,
      told: {
        deposited: 0n,
        reversed: new Map(),
        standingReversals: new Map(),
        moves: new Map(),
        members: new Map(),
        moving: new Set(),
        ended: [],
        brought: [],
        paidBack: new Map(),
        writtenOff: new Map(),
        refunds: new Map(),
      },
      place: () => this.place(),
      hear: async (order) => {
        if (percent(this, 80)) await this.world.ledger.read(order, "system")
      },
    }
  }

  async begin(): Promise<void> {
    const { ledger } = this.world
    await ledger.read(this.place(), "system")
    await ledger.read(this.place(), "system")
    await this.check("placed")
  }

  async step(): Promise<void> {
    const command = this.choose()
    const before = this.world.seen.fingerprint
    try {
      await command.act()
    } catch (error) {
      if (!(error instanceof ReconciliationError))
        throw this.broken([String((error as Error).stack ?? error)])
      this.note(command.name, "refused", error.code)
      const after = await this.world.ledger.picture()
      if (after.fingerprint !== before) throw this.broken([`${error.code} was refused and changed something`])
      return
    }
    this.note(command.name, "accepted")
    await this.check(command.name)
  }

  /** The ledger hears of all that it has missed, and then of nothing new. */
  async end(): Promise<void> {
    for (const order of this.world.orders) await this.world.ledger.read(order, "system")
    await this.check("read at the end")
    const { fingerprint } = this.world.seen
    for (const order of this.world.orders) await this.world.ledger.read(order, "system")
    await this.check("read again")
    if (this.world.seen.fingerprint !== fingerprint) throw this.broken(["reading again changed something"])
    await follow(this.world)
    await this.check("members followed")
    this.tally.commands += this.trace.length
  }

  private choose(): { name: string; act: () => Promise<void> } {
    for (;;) {
      let place = this.random(WEIGHT)
      const command = COMMANDS.find(({ weight }) => (place -= weight) < 0)
      const act = command?.prepare(this.world)
      if (command && act) return { name: command.name, act }
    }
  }

  private note(name: string, outcome: "accepted" | "refused", code = ""): void {
    this.trace.push(code ? `${name} (${code})` : name)
    const kind = (this.tally.kinds[name] ??= { accepted: 0, refused: 0 })
    kind[outcome] += 1
    if (code) this.tally.codes[code] = (this.tally.codes[code] ?? 0) + 1
  }

  private async check(step: string): Promise<void> {
    const { seen, ledger, told } = this.world
    const picture = await ledger.picture()
    const { wrong, states } = wrongIn(picture, {
      counts: this.heard,
      told,
      before: seen,
      byHand: BY_HAND.has(step),
      brings: BRINGS[step] ?? "nothing",
    })
    if (wrong.length > 0) throw this.broken([step, ...wrong])
    this.world.seen = picture
    for (const state of states) this.tally.states[state] = (this.tally.states[state] ?? 0) + 1
    const sum = picture.items.reduce((total, { amount }) => total + amount, 0n)
    if (sum > BigInt(this.tally.largest)) this.tally.largest = sum.toString()
  }

  private broken(wrong: readonly string[]): BrokenScenario {
    return new BrokenScenario(this.seed, this.trace, wrong)
  }

  /** Notes what the ledger has been told of each order, for the count to be compared with. */
  private hearing(ledger: ModelLedger): ModelLedger {
    return {
      read: async (order, actor) => {
        const count = order.count()
        await ledger.read(order, actor)
        this.heard.set(order.id, count)
        order.isUnheard = false
      },
      deposit: async (...words) => ledger.deposit(...words),
      run: async (...words) => ledger.run(...words),
      edit: async (...words) => ledger.edit(...words),
      editMatrix: async (...words) => ledger.editMatrix(...words),
      takeBack: async (...words) => ledger.takeBack(...words),
      plan: async (...words) => ledger.plan(...words),
      note: async (...words) => ledger.note(...words),
      reverse: async (...words) => ledger.reverse(...words),
      undoReversal: async (...words) => ledger.undoReversal(...words),
      move: async (...words) => ledger.move(...words),
      undoMove: async (...words) => ledger.undoMove(...words),
      payBack: async (...words) => ledger.payBack(...words),
      undoPayBack: async (...words) => ledger.undoPayBack(...words),
      writeOff: async (...words) => ledger.writeOff(...words),
      undoWriteOff: async (...words) => ledger.undoWriteOff(...words),
      payDiscounted: async (...words) => ledger.payDiscounted(...words),
      join: async (...words) => ledger.join(...words),
      leave: async (...words) => ledger.leave(...words),
      follow: async () => ledger.follow(),
      chooseRows: async (...words) => ledger.chooseRows(...words),
      noteRefund: async (...words) => ledger.noteRefund(...words),
      picture: async () => ledger.picture(),
    }
  }

  private place(): HostOrder {
    const lines = Array.from({ length: 1 + this.random(4) }, () => someAmount(this))
    const worth = sumOf(lines)
    if (percent(this, 15)) lines.push(-partOf(this, worth < 20_000n ? worth : 20_000n))
    const order = new HostOrder({
      id: `order_${this.seed}_${this.world.orders.length}`,
      digits: this.digits,
      currency: currencyOf(this.seed),
      customerId: this.customers[percent(this, 80) ? 0 : 1] ?? "",
      at: this.tick(),
      lines,
      giftCard: percent(this, 20) ? someAmount(this) : 0n,
      rates: Object.fromEntries(LINE_NAMES.map((name) => [name, RATES[this.random(RATES.length)] ?? []])),
    })
    this.world.orders.push(order)
    return order
  }

  private tick(): string {
    this.minute += 1
    return new Date(Date.UTC(2026, 0, 1, 9, this.minute)).toISOString()
  }
}

const BY_HAND: ReadonlySet<string> = new Set([
  "allocate",
  "edit",
  "release",
  "matrix edit",
  "order deletion",
  "column deletion",
  "transaction deletion",
  "undo",
  "redo",
  "undo and redo",
])

const BRINGS: Readonly<Record<string, Brings>> = {
  join: "what is open",
  leave: "what is open",
  "members followed": "all",
}

const WEIGHT = COMMANDS.reduce((sum, { weight }) => sum + weight, 0)

const EMPTY: Picture = {
  items: [],
  live: [],
  owners: new Map(),
  orders: new Map(),
  changes: [],
  ranks: new Map(),
  instalments: new Map(),
  versions: new Map(),
  fingerprint: "",
  broken: [],
}
