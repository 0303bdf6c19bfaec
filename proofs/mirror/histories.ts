import { ledgerOf } from "../../src/workflows/ledger-of"
import type { Host } from "../../integration-tests/setup/host"
import type { TestStore } from "../../integration-tests/setup/store"
import { Chance } from "../../bench/lib/chance"
import type { Death } from "./death"
import { judge } from "./judge"
import type { HostReport } from "./report"
import { HistoryShop } from "./shop"

type Act = (shop: HistoryShop, chance: Chance) => Promise<void>

const cents = (chance: Chance): bigint => BigInt([1700, 5000, 9500, 9999, 17000, 25000][chance.below(6)] ?? 1)
const any = <Value>(chance: Chance, values: readonly Value[]): Value => {
  const value = values[chance.below(values.length)]
  if (value === undefined) throw new Error("there is none")
  return value
}

/** What may happen, with how often. */
const ACTS: readonly (readonly [name: string, often: number, act: Act])[] = [
  [
    "put",
    7,
    async (shop, chance) => shop.put(any(chance, shop.deposits), any(chance, shop.orders), cents(chance)),
  ],
  ["apply all", 2, async (shop) => shop.applyAll()],
  ["record", 2, async (shop, chance) => shop.record(cents(chance))],
  ["take back", 2, async (shop, chance) => shop.takeBack(any(chance, shop.deposits))],
  ["bounce", 1, async (shop, chance) => shop.bounce(any(chance, shop.deposits))],
  ["capture", 2, async (shop, chance) => shop.capture(any(chance, shop.orders), chance.below(2) ? 1 : 0.5)],
  ["mark as paid", 3, async (shop, chance) => shop.markPaid(any(chance, shop.orders))],
  ["refund", 1, async (shop, chance) => shop.refund(any(chance, shop.orders), 10 + chance.below(30))],
  ["edit up", 2, async (shop, chance) => shop.edit(any(chance, shop.orders), true)],
  ["edit down", 1, async (shop, chance) => shop.edit(any(chance, shop.orders), false)],
  ["cancel", 1, async (shop, chance) => shop.cancel(any(chance, shop.orders))],
]
const DICE = ACTS.flatMap(([name, often, act]) => Array.from({ length: often }, () => ({ name, act })))

const ACTS_A_HISTORY = 6
const EVENTS_MILLISECONDS = 150

interface Told {
  readonly acts: Record<string, number>
  readonly refused: Record<string, number>
  readonly deaths: Record<string, number>
}

const more = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1
}

/** Random histories of orders and of money that came without them, each judged once everything has settled. */
export class Histories {
  readonly told: Told = { acts: {}, refused: {}, deaths: {} }
  readonly wrong: string[] = []
  private played = 0

  constructor(
    private readonly host: Host,
    private readonly store: TestStore,
    private readonly death: Death,
  ) {}

  async play(seed: number): Promise<void> {
    const chance = new Chance(seed)
    const shop = await this.open(seed)
    const { host, death } = this
    await shop.record(cents(chance))
    for (let turn = 1; turn <= ACTS_A_HISTORY; turn += 1) {
      if (chance.below(2) === 0) death.dieBefore(1 + chance.below(9))
      const together = chance.below(3) === 0 ? 2 : 1
      const acts = Array.from({ length: together }, () => any(chance, DICE))
      await Promise.all(acts.map(async (act) => this.act(act, { shop, chance })))
      // What the acts set off has begun by then; it ends, or dies, before anything is born again.
      await new Promise((resolve) => setTimeout(resolve, EVENTS_MILLISECONDS))
      await host.settled()
      if (chance.below(3) === 0) await shop.settle().catch(() => undefined)
      const died = await death.bearAgain(async () => {
        await host.settled()
        await host.sql("update reconciliation_mirror_lease set until = now() - interval '1 second'")
      })
      if (died !== null) more(this.told.deaths, `before step ${died}`)
    }
    await shop.settle()
    this.played += 1
    for (const orderId of shop.orders) {
      const wrong = await judge(host, this.store, orderId)
      this.wrong.push(...wrong.map((what) => `history ${seed}: ${what}`))
    }
  }

  async report(): Promise<Omit<HostReport, "control">> {
    const rows = await this.host.sql<{ state: string; count: number }>(
      "select coalesce(refusal, state) as state, count(*)::int as count from reconciliation_mirror group by 1",
    )
    return {
      histories: this.played,
      ...this.told,
      rows: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
      wrong: this.wrong,
    }
  }

  /** One or two orders of one customer. */
  private async open(seed: number): Promise<HistoryShop> {
    const email = `buyer${seed}@example.com`
    const orders: string[] = []
    for (let order = 0; order <= seed % 2; order += 1)
      orders.push(await this.store.checkOut([0, 1, 2], { email }))
    await this.host.settled()
    for (const id of orders) await this.store.act(`reconciliation/orders/${id}/reconcile`)
    if (!ledgerOf(this.host.container()).settings.mirror) throw new Error("the mirror is off")
    return new HistoryShop(this.host, this.store, orders)
  }

  private async act(
    { name, act }: (typeof DICE)[number],
    { shop, chance }: { readonly shop: HistoryShop; readonly chance: Chance },
  ): Promise<void> {
    try {
      await act(shop, chance)
      more(this.told.acts, name)
    } catch {
      more(this.told.refused, name)
    }
  }
}
