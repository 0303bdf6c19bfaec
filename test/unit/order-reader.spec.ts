import type { ReadOrder } from "../../src/modules/reconciliation/ingest/host-order"
import { OrderReader } from "../../src/modules/reconciliation/ingest/reader/order-reader"
import {
  KNOWN_HOSTS,
  TRIAL,
  Trust,
  type HostSeen,
} from "../../src/modules/reconciliation/ingest/reader/trust"
import type { OrdersWanted } from "../../src/modules/reconciliation/ingest/reader/wanted"
import { isBusy, isOfTheServer } from "../../src/modules/reconciliation/ledger/server-errors"
import { readOrder } from "../support/read-order"

const [known] = KNOWN_HOSTS
const KNOWN: HostSeen = { packages: known?.packages ?? {}, digest: known?.digest ?? "", tables: 18 }
const UNKNOWN: HostSeen = { ...KNOWN, digest: "another" }

const wanted = (...orderIds: string[]): OrdersWanted => ({
  orderIds,
  hostVersions: new Map(),
  metadata: false,
})

/** A host of two ways, of which the statement's answer can be changed. */
class TwoWays {
  readonly warned: string[] = []
  readonly asked: string[] = []
  /** What becomes of the statement's answer, by how often it was asked before. */
  spoil: (read: ReadOrder, time: number) => void = () => undefined
  fails: Error | null = null
  unread: string[] = []
  private time = 0

  reader(
    host: HostSeen = KNOWN,
    { enabled = true, checkEvery = 2 } = {},
  ): { reader: OrderReader; trust: Trust } {
    const trust = new Trust(host, { enabled, checkEvery, tablesWanted: 18 })
    return { trust, reader: new OrderReader(trust, this.ways) }
  }

  private readonly ways = {
    byStatement: async ({ orderIds }: OrdersWanted) => {
      this.asked.push(`statement ${orderIds.join(" ")}`)
      if (this.fails) throw this.fails
      const orders = orderIds.filter((id) => !this.unread.includes(id)).map((id) => readOrder(id))
      for (const read of orders) this.spoil(read, this.time)
      this.time += 1
      return Promise.resolve({ orders, unread: this.unread })
    },
    byGraph: async ({ orderIds }: OrdersWanted) => {
      this.asked.push(`graph ${orderIds.join(" ")}`)
      return Promise.resolve({ orders: orderIds.map((id) => readOrder(id)), failures: [] })
    },
    warn: (text: string) => this.warned.push(text),
    isOfServer: (error: unknown) => isBusy(error) || isOfTheServer(error),
  }
}

describe("Orders of a known host", () => {
  it("are read by the statement, one in so many compared after it", async () => {
    const ways = new TwoWays()
    const { reader, trust } = ways.reader()
    await reader.read(wanted("a"))
    await reader.read(wanted("b", "c", "d"))
    expect(ways.asked).toEqual([
      "statement a",
      "statement b c d",
      // The second and the fourth of all.
      "graph b d",
      "statement b d",
    ])
    expect(trust.status).toEqual({ state: "on", reason: "known_host", compared: 2, detail: null })
  })

  it("are asked of the host alone when the statement cannot add them up", async () => {
    const ways = new TwoWays()
    ways.unread = ["b"]
    const { orders } = await ways.reader(KNOWN, { checkEvery: 99 }).reader.read(wanted("a", "b"))
    expect(ways.asked).toEqual(["statement a b", "graph b"])
    expect(orders.map(({ order }) => order.id)).toEqual(["a", "b"])
  })

  it("are read by the host's query until the next start once a difference stands three times", async () => {
    const ways = new TwoWays()
    ways.spoil = ({ order }) => (order.currency_code = "usd")
    const { reader, trust } = ways.reader(KNOWN, { checkEvery: 1 })
    const { orders } = await reader.read(wanted("a"))
    expect(orders.map(({ order }) => order.currency_code)).toEqual(["eur"])
    expect(trust.status).toEqual({
      state: "off",
      reason: "difference",
      compared: 0,
      detail: "currency_code",
    })
    expect(ways.warned).toEqual([
      "orders are read by query.graph until the next start (difference: currency_code)",
    ])
    ways.asked.length = 0
    await reader.read(wanted("a"))
    expect(ways.asked).toEqual(["graph a"])
    expect(ways.warned).toHaveLength(1)
  })

  it("go on when a change fell between the reads", async () => {
    const ways = new TwoWays()
    // The first answer is older than the query's, the ones after it are equal to it.
    ways.spoil = ({ order }, time) => (order.status = time === 0 ? "draft" : "pending")
    const { reader, trust } = ways.reader(KNOWN, { checkEvery: 1 })
    await reader.read(wanted("a"))
    expect(trust.status).toMatchObject({ state: "on", compared: 0 })
  })

  const ofDatabase = (code: string): Error => Object.assign(new Error("of PostgreSQL"), { code })
  const full = Object.assign(new Error("Timeout acquiring a connection."), { name: "KnexTimeoutError" })

  it.each<[string, Error, string]>([
    ["a column that is gone", ofDatabase("42703"), "statement_failed"],
    ["a table that may not be read", ofDatabase("42501"), "statement_failed"],
    ["a fault of the reader", new TypeError("of undefined"), "statement_failed"],
    ["a connection that is gone", ofDatabase("57P01"), "known_host"],
    ["a pool that has no connection free", full, "known_host"],
  ])("are read by the host's query at %s", async (_, error, reason) => {
    const ways = new TwoWays()
    ways.fails = error
    const { reader, trust } = ways.reader()
    const { orders } = await reader.read(wanted("a"))
    expect(orders).toHaveLength(1)
    expect(trust.status.reason).toBe(reason)
    expect(ways.warned).toHaveLength(reason === "known_host" ? 0 : 1)
  })
})

describe("Orders of another host", () => {
  it.each<[string, HostSeen, { enabled?: boolean }, string]>([
    ["has a table less", { ...KNOWN, tables: 17 }, {}, "off tables_missing"],
    ["is switched off", KNOWN, { enabled: false }, "off switched_off"],
    ["has other columns", UNKNOWN, {}, "trial unknown_host"],
    [
      "is another version",
      { ...KNOWN, packages: { ...KNOWN.packages, "@medusajs/order": "2.22.0" } },
      {},
      "trial unknown_host",
    ],
    [
      "hides its packages",
      { ...KNOWN, packages: { ...KNOWN.packages, "@medusajs/payment": null } },
      {},
      "trial unknown_host",
    ],
  ])("begin as they must when it %s", async (_, host, options, expected) => {
    const ways = new TwoWays()
    const { reader, trust } = ways.reader(host, options)
    expect(`${trust.status.state} ${trust.status.reason}`).toBe(expected)
    await reader.read(wanted("a"))
    expect(ways.asked.at(-1)).toBe("graph a")
  })

  it("are the host's until enough were equal, some of several versions and with credit lines among them", async () => {
    const ways = new TwoWays()
    const { reader, trust } = ways.reader(UNKNOWN)
    const ids = Array.from({ length: TRIAL.orders - 1 }, (_, index) => `order_${index}`)
    await reader.read(wanted(...ids))
    expect(trust.status).toMatchObject({ state: "trial", compared: TRIAL.orders - 1 })
    await reader.read(wanted("last"))
    expect(trust.status).toMatchObject({ state: "on", reason: "proved", compared: TRIAL.orders })
  })

  it.each(["versions", "credit lines"])("go on being tried while none had %s", (what) => {
    const trust = new Trust(UNKNOWN, { enabled: true, checkEvery: 1, tablesWanted: 18 })
    for (let count = 0; count < TRIAL.orders * 2; count += 1)
      trust.equal({ severalVersions: what !== "versions", creditLines: what !== "credit lines" })
    expect(trust.state).toBe("trial")
  })

  it("are never read by the statement after a difference in the trial", async () => {
    const ways = new TwoWays()
    ways.spoil = ({ order }) => (order.version = 3)
    const { reader, trust } = ways.reader(UNKNOWN)
    await reader.read(wanted("a"))
    for (let count = 0; count < TRIAL.orders; count += 1)
      trust.equal({ severalVersions: true, creditLines: true })
    expect(trust.status).toMatchObject({ state: "off", reason: "difference" })
  })
})
