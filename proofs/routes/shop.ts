import type { Host } from "../../integration-tests/setup/host"
import { TestStore } from "../../integration-tests/setup/store"
import { ledgerOf } from "../../src/workflows/ledger-of"
import type { Pool } from "./pool"

/** Opens a shop with orders of every kind: not paid, paid, in part, refunded, planned, with a rest, and money on account. */
export async function stock(host: Host): Promise<Pool> {
  const store = await TestStore.open(host, { currency: "eur", prices: [75, 24.99, 20], taxRate: 19 })
  // So that write-offs are asked for and decided, too.
  const { settings } = ledgerOf(host.container())
  Object.assign(settings, { writeOff: { ...settings.writeOff, approvalAbove: { eur: "0.01" } } })
  const orders: string[] = []
  for (const products of [[0], [0, 1], [0, 1, 2], [1], [2], [1, 2]])
    orders.push(await store.checkOut(products))
  const [, second = "", third = "", fourth = "", fifth = "", sixth = ""] = orders
  await store.capture(second, 50)
  await store.capture(third)
  await store.refund(third, 20)
  const { totals } = await store.eventually(fourth, { version: 1 })
  await store.capture(fourth, Number(totals.owed) - 0.03)
  const planned = await store.eventually(fifth, { version: 1 })
  const half = (Number(planned.totals.owed) / 2).toFixed(2)
  const rest = (Number(planned.totals.owed) - Number(half)).toFixed(2)
  const instalments = [
    { due_on: "2026-01-31", amount: half },
    { due_on: "2199-01-31", amount: rest },
  ]
  await store.send("put", `reconciliation/orders/${fifth}/plan`, { instalments })
  await store.capture(sixth)
  await host.settled()
  const customers = await host.sql<{ id: string }>(
    'select distinct customer_id as id from "order" where customer_id is not null',
  )
  for (const [index, amount] of ["10.00", "0.04", "250.00"].entries()) {
    const payment = { customer_id: customers[0]?.id, currency_code: "eur", amount, method: "cheque" }
    await store.act("reconciliation/payments", payment, { "idempotency-key": `first ${index}` })
  }
  return poolOf(host, store, { orders, customers: customers.map(({ id }) => id) })
}

async function poolOf(
  host: Host,
  store: TestStore,
  { orders, customers }: { orders: string[]; customers: string[] },
): Promise<Pool> {
  const ids = async (statement: string): Promise<string[]> =>
    (await host.sql<{ id: string }>(statement)).map(({ id }) => id)
  const other = await host.logIn("second@example.com")
  const { api_key: key } = await store.act<{ api_key: { token: string } }>("api-keys", {
    title: "Ledger",
    type: "secret",
  })
  const items = await ids("select id::text from reconciliation_open_item order by id")
  return {
    orders,
    customers,
    payments: [
      ...(await ids("select id::text from reconciliation_open_item where side = 'credit' order by id")),
      ...(await ids("select id from capture")),
      ...(await ids("select id from payment")),
    ],
    rows: await ids(
      "select distinct key as id from reconciliation_open_item where side = 'debit' order by 1",
    ),
    cursors: [],
    writeOffs: [],
    matrices: new Map(),
    changes: await ids("select id::text from reconciliation_change order by id"),
    columns: await ids("select id::text from reconciliation_open_item where side = 'credit' order by id"),
    accounts: (await ids("select id::text from reconciliation_account")).length,
    numbers: Math.max(...items.map(Number)),
    people: [store.admin, other],
    key: { authorization: `Basic ${Buffer.from(`${key.token}:`).toString("base64")}` },
  }
}
