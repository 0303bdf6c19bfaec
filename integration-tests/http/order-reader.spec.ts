import { firstDifference } from "../../src/modules/reconciliation/ingest/reader/difference"
import { readHostOrders, TABLES } from "../../src/modules/reconciliation/ingest/reader/orders.sql"
import type { OrdersWanted } from "../../src/modules/reconciliation/ingest/reader/wanted"
import { readByGraph } from "../../src/workflows/host/graph-orders"
import { readerStatus } from "../../src/workflows/host/order-reader"
import { readByStatement } from "../../src/workflows/host/statement-orders"
import { creditTogether } from "../setup/credit-lines"
import { openSentFlow } from "../setup/flow"
import { describeHost } from "../setup/host"
import { writeRandomOrders } from "../setup/random-orders"

/** `npm run prove -- reader` reads more. */
const RANDOM = Number(process.env["RANDOM_ORDERS"] ?? 100)
const BATCH = 100

const wantedOf = (orderIds: readonly string[]): OrdersWanted => ({
  orderIds,
  hostVersions: new Map(),
  metadata: true,
})

describeHost((host) => {
  /** Where the two ways first differ, by order. */
  async function differences(
    orderIds: readonly string[],
    statement = readHostOrders,
  ): Promise<(string | null)[]> {
    const wanted = wantedOf(orderIds)
    const graph = await readByGraph(host.container(), wanted)
    const rows = await readByStatement(host.container(), wanted, statement)
    const byId = new Map(rows.orders.map((read) => [read.order.id, read]))
    expect([graph.failures, rows.unread, rows.orders.length]).toEqual([[], [], graph.orders.length])
    return graph.orders.map((read) => firstDifference(read, byId.get(read.order.id) ?? read))
  }

  it(`reads ${RANDOM} random orders with all their versions to the last digit as the host does`, async () => {
    const ids = await writeRandomOrders(host, RANDOM, 7)
    for (let from = 0; from < ids.length; from += BATCH) {
      // oxlint-disable-next-line no-await-in-loop -- as many as the plugin reads at once
      const found = await differences(ids.slice(from, from + BATCH))
      expect(found).toHaveLength(Math.min(BATCH, ids.length - from))
      expect(found.filter((path) => path !== null)).toEqual([])
    }
  })

  it("reads rows that no flow leaves as the host does, and finds each statement that is spoiled", async () => {
    const { orderId, changes, store } = await openSentFlow(host)
    await changes.edit({ set: { A: 3 }, add: { C: 1 } })
    await store.capture(orderId)
    await creditTogether(host, orderId, [5, 2])
    await store.refund(orderId, 10)
    expect(await differences([orderId])).toEqual([null])
    expect(await readerStatus(host.container())).toMatchObject({ state: "on", reason: "known_host" })

    for (const [name, sql] of STATES) {
      // oxlint-disable-next-line no-await-in-loop -- each state is taken back before the next
      const found = await inState(sql, async () => differences([orderId]))
      expect([name, ...found]).toEqual([name, null])
    }
    for (const [name, [there, instead]] of Object.entries(SPOILED)) {
      expect([name, readHostOrders.text.includes(there)]).toEqual([name, true])
      const text = readHostOrders.text.replaceAll(there, instead)
      const state = STATES_THAT_SHOW[name]
      const look = async (): Promise<(string | null)[]> => differences([orderId], { ...readHostOrders, text })
      // oxlint-disable-next-line no-await-in-loop -- one after the other, on one order
      const [path] = state ? await inState(state, look) : await look()
      expect([name, typeof path]).toEqual([name, "string"])
    }
  })

  /** Does something in a state of the host's rows that is taken back afterwards. */
  async function inState<Found>(sql: string, work: () => Promise<Found>): Promise<Found> {
    const tables = new Set([...sql.matchAll(/update "?(\w+)"?/g)].map(([, table = ""]) => table))
    const kept = new Map<string, Record<string, unknown>[]>()
    for (const table of tables) {
      // oxlint-disable-next-line no-await-in-loop -- a few small tables
      const [row] = await host.sql<{ rows: Record<string, unknown>[] | null }>(
        `select json_agg(t) as rows from "${table}" t`,
      )
      kept.set(table, row?.rows ?? [])
    }
    await host.sql(sql)
    try {
      return await work()
    } finally {
      for (const [table, rows] of kept) {
        const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}" = r."${column}"`)
        // oxlint-disable-next-line no-await-in-loop -- a few small tables
        if (columns.length > 0)
          await host.sql(
            `update "${table}" t set ${columns.join()} from json_populate_recordset(null::"${table}", ?::json) r where r.id = t.id`,
            [JSON.stringify(rows)],
          )
      }
    }
  }
})

/** An order that is deleted itself is read by neither way. */
const DELETED = TABLES.filter((table) => table !== "order")

/** States of the host's rows, each by the statement that makes it. */
const STATES: readonly (readonly [string, string])[] = [
  ...DELETED.map((table) => [`${table} deleted softly`, `update "${table}" set deleted_at = now()`] as const),
  ["a version's price without its exact text", `update order_item set unit_price = 7, raw_unit_price = null`],
  [
    "a version's price of its own",
    `update order_item set unit_price = 7, raw_unit_price = '{"value": "7.10", "precision": 20}'`,
  ],
  [
    "numbers that are not their exact texts",
    `update order_line_item set unit_price = 1; update order_shipping_method set amount = 1; update capture set amount = 1; update order_transaction set amount = 1; update order_item set quantity = 9; update order_line_item_tax_line set rate = 1`,
  ],
  [
    "texts with zeros at their end",
    `update capture set raw_amount = '{"value": "12.3400", "precision": 20}'; update order_transaction set raw_amount = '{"value": "12.3400", "precision": 20}'`,
  ],
  [
    "rates with zeros at their end, and as small as an epsilon",
    `update order_line_item_tax_line set raw_rate = '{"value": "20.00", "precision": 20}'; update order_shipping_method_tax_line set raw_rate = '{"value": "0.00004", "precision": 20}'`,
  ],
  [
    "quantities as small as an epsilon",
    `update order_item set raw_quantity = '{"value": "0.0001", "precision": 20}'`,
  ],
  ["no quantity", `update order_item set raw_quantity = '{"value": "0", "precision": 20}'`],
  ["metadata of the version that is null in JSON", `update order_item set metadata = 'null'`],
  ["metadata of the version", `update order_item set metadata = '{"a": 1}'`],
  [
    "moments of microseconds",
    `update "order" set created_at = '2026-03-01 10:00:00.123999+00', updated_at = '2026-03-01 10:00:00.000001+00', canceled_at = '1969-12-31 23:59:59.999999+00'; update capture set created_at = '1969-07-20 20:17:40.123456+00'`,
  ],
  [
    "prices with tax",
    `update order_line_item set is_tax_inclusive = true; update order_shipping_method set is_tax_inclusive = true`,
  ],
  ["discounts with tax", `update order_line_item_adjustment set is_tax_inclusive = true`],
  [
    "goods on their way back",
    `update order_item set raw_return_requested_quantity = '{"value": "1", "precision": 20}', raw_return_received_quantity = '{"value": "1", "precision": 20}'`,
  ],
  [
    "a draft, cancelled",
    `update "order" set is_draft_order = true, status = 'canceled', custom_display_id = 'X-1'`,
  ],
]

/** Faults of the statement, each by the text that is there and what stands instead. */
const SPOILED: Readonly<Record<string, readonly [string, string]>> = {
  "a line's price before its version's": [
    "case when i.raw_unit_price is null then l.raw_unit_price->>'value' else i.raw_unit_price->>'value' end",
    "l.raw_unit_price->>'value'",
  ],
  "lines of all versions": ["i.version = v.version and", ""],
  "discounts of all versions": ["a.version = i.version and", ""],
  "deleted lines": ["and l.deleted_at is null", ""],
  "deleted captures and refunds": ["m.payment_id = p.id and m.deleted_at is null", "m.payment_id = p.id"],
  "credit lines of all versions": ["c.version = v.version and", ""],
  "transactions of the version in force alone": [
    "t.order_id = o.id and",
    "t.order_id = o.id and t.version = o.version and",
  ],
  "no tax": ["t.item_id = l.id", "false"],
}

/** The state in which a fault shows, where the order as it is would not show it. */
const STATES_THAT_SHOW: Readonly<Record<string, string>> = {
  "a line's price before its version's": `update order_item set unit_price = 7, raw_unit_price = '{"value": "7.10", "precision": 20}'`,
  "deleted lines": `update order_line_item set deleted_at = now()`,
  "deleted captures and refunds": `update capture set deleted_at = now()`,
}
