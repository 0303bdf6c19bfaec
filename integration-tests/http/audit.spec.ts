import { audited, kindsByOrder } from "../setup/audited"
import { faults } from "../setup/audit-plants/faults"
import { oddities } from "../setup/audit-plants/oddities"
import { creditTogether } from "../setup/credit-lines"
import { flowIn } from "../setup/flow"
import { describeHost, type Host } from "../setup/host"
import { MirrorShop } from "../setup/mirror-shop"
import { OrderChanges } from "../setup/order-changes"
import { FAULTS, OF_ORDER, raw } from "../setup/planted-faults"
import { StandardShop } from "../setup/standard-shop"
import { TestStore } from "../setup/store"

/** The rows of every table, in the ledger and in the host. */
async function allRows(host: Host): Promise<Record<string, string>> {
  const tables = await host.sql<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  )
  const counts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as rows from "${name}" t`,
  )
  const rows = await host.sql<{ name: string; rows: string }>(counts.join(" union all "))
  return Object.fromEntries(rows.map(({ name, rows: found }) => [name, found]))
}

describeHost((host) => {
  it("F81: finds each fault that is planted in the host's tables by its name, and nothing of what is no fault", async () => {
    const shop = await StandardShop.open(host)
    const { store } = shop
    const harmless = await harmlessOrders(host, shop)
    const planted = new Map<string, string>()
    for (const name of Object.keys(FAULTS)) {
      // oxlint-disable no-await-in-loop -- one checkout after the other
      const orderId = await shop.order()
      await store.capture(orderId)
      planted.set(name, orderId)
      // oxlint-enable no-await-in-loop
    }
    const refunded = await shop.order()
    await store.capture(refunded)
    await store.refund(refunded, 30)
    const shared = [await shop.order(), await shop.order()] as const
    await store.capture(shared[0])
    await host.settled()
    const clean = await audited(host, store.admin, 7)
    expect(clean).toEqual({
      orders: harmless.length + planted.size + 3,
      payments: clean.payments,
      total: harmless.length + planted.size + 3,
      findings: [],
    })

    for (const [name, [, statement = ""]] of Object.entries(FAULTS)) {
      // oxlint-disable-next-line no-await-in-loop -- a few statements
      await host.sql(statement, [planted.get(name)])
    }
    await host.sql(
      `update refund set amount = 300, raw_amount = ${raw(300)} where payment_id in ${OF_ORDER}`,
      [refunded],
    )
    await host.sql(
      `insert into order_payment_collection (id, order_id, payment_collection_id)
         select 'ordpay_shared', ?, payment_collection_id from order_payment_collection where order_id = ?`,
      [shared[1], shared[0]],
    )
    const before = await allRows(host)
    const { findings } = await audited(host, store.admin, 7)
    const kinds = kindsByOrder(findings)
    const payments = await host.sql<{ id: string; order: string }>(
      `select p.id, k.order_id as order from payment p
         join order_payment_collection k on k.payment_collection_id = p.payment_collection_id`,
    )
    const found = (orderId: string): string[] | undefined =>
      kinds[orderId] ?? kinds[payments.find(({ order }) => order === orderId)?.id ?? ""]
    expect(Object.fromEntries([...planted].map(([name, id]) => [name, found(id)]))).toEqual(
      Object.fromEntries(Object.entries(FAULTS).map(([name, [kind]]) => [name, [kind]])),
    )
    expect(found(refunded)).toEqual(["refunded_more_than_captured", "transaction_amount_differs"])
    expect([...(kinds[shared[0]] ?? []), ...(kinds[shared[1]] ?? [])]).toEqual(["payment_of_several_orders"])
    expect(harmless.flatMap((id) => found(id) ?? [])).toEqual([])
    expect(findings).toHaveLength(planted.size + 3)
    // The same at once as page by page, and nothing at all was written.
    expect((await audited(host, store.admin)).findings).toEqual(findings)
    expect(await allRows(host)).toEqual(before)
  })

  it("names ten faults that somebody planted who knew the host alone, and is silent of five oddities", async () => {
    const shop = await StandardShop.open(host)
    const orders = new Map<string, string>()
    for (const { name, sql } of [...faults, ...oddities]) {
      // oxlint-disable no-await-in-loop -- one checkout after the other
      const orderId = await shop.order()
      await shop.store.capture(orderId)
      const { id: payment } = await shop.store.payment(orderId)
      await host.settled()
      for (const statement of sql(orderId)) await host.sql(statement)
      // oxlint-enable no-await-in-loop
      orders.set(orderId, name).set(payment, name)
    }
    const { findings } = await audited(host, shop.store.admin)
    const kinds: Record<string, string[]> = {}
    for (const [id, found] of Object.entries(kindsByOrder(findings))) {
      const name = orders.get(id) ?? id
      kinds[name] = [...new Set([...(kinds[name] ?? []), ...found])].toSorted()
    }
    expect(kinds).toEqual({
      "phantom-refund-on-cancel": ["cancelled_order_captured", "transaction_without_refund"],
      "orphan-refund": ["refund_without_transaction"],
      "capture-not-counted": ["capture_without_transaction"],
      "captured-beyond-payment": ["captured_more_than_payment"],
      "refunded-beyond-captured": ["refunded_more_than_captured"],
      "paid-in-another-currency": ["currency_differs"],
      "summary-lost-an-update": ["balance_disagrees"],
      "payment-without-order": ["payment_of_no_order"],
      "cancelled-order-keeps-money": ["cancelled_order_captured"],
      "capture-number-and-exact-amount-differ": ["amount_written_twice", "transaction_amount_differs"],
    })
  })

  it("says the amounts of a fault, and that what was written just now may settle by itself", async () => {
    const shop = await StandardShop.open(host)
    const orderId = await shop.order()
    await shop.store.capture(orderId)
    const { id: payment } = await shop.store.payment(orderId)
    await host.sql("update capture set created_at = now() - interval '3 minutes' where payment_id = ?", [
      payment,
    ])
    await host.sql("delete from order_transaction where order_id = ?", [orderId])
    await host.sql(
      `insert into refund (id, amount, raw_amount, payment_id) values ('ref_now', 20, ${raw(20)}, ?)`,
      [payment],
    )
    const { findings } = await audited(host, shop.store.admin)
    const about = { group: "balances", payment_id: payment, currency_code: "usd", digits: 2, others: [] }
    expect(findings).toMatchObject([
      {
        ...about,
        kind: "capture_without_transaction",
        amount: "168.00",
        stored: "0.00",
        expected: "168.00",
        is_fresh: false,
      },
      {
        ...about,
        kind: "refund_without_transaction",
        amount: "20.00",
        stored: "0.00",
        expected: "-20.00",
        is_fresh: true,
        row_id: "ref_now",
      },
    ])
  })

  it("refuses a place that is none, and a page that is too large", async () => {
    const admin = await host.logIn()
    for (const query of ["after=nowhere.1", "limit=501", "limit=0", "all=true"]) {
      // oxlint-disable-next-line no-await-in-loop -- a few requests
      const { status } = await host.request("get", `/admin/reconciliation/audit?${query}`, { headers: admin })
      expect([query, status]).toEqual([query, 400])
    }
  })
})

/** Orders as the host's own flows leave them, none of which anybody has to look at. */
async function harmlessOrders(host: Host, shop: StandardShop): Promise<string[]> {
  const { store } = shop
  const on = (orderId: string): OrderChanges => new OrderChanges(host, shop, orderId)
  const authorised = await shop.order()
  const unpaid = await shop.order()
  await store.act(`orders/${unpaid}/cancel`)
  const paidBack = await shop.order()
  await store.capture(paidBack)
  await store.act(`orders/${paidBack}/cancel`)
  const partly = await shop.order()
  await store.capture(partly, 100)
  await store.refund(partly, 30)
  const credited = await shop.order()
  await creditTogether(host, credited, [5, 2])
  const onItsWay = await shop.order()
  await store.capture(onItsWay)
  await on(onItsWay).fulfil({ A: 2, B: 1 })
  await on(onItsWay).requestReturn({ A: 1 }, 10)
  const returned = await shop.order()
  await store.capture(returned)
  await on(returned).fulfil({ A: 2, B: 1 })
  await on(returned).receive(await on(returned).requestReturn({ A: 2 }), { A: 1 }, { A: 1 })
  const edited = await shop.order()
  await on(edited).edit({ set: { B: 3 } })
  await on(edited).edit({ set: { A: 1 }, add: { C: 1 } })
  const exchanged = await shop.order()
  await store.capture(exchanged)
  await on(exchanged).fulfil({ A: 2, B: 1 })
  await on(exchanged).exchange({ A: 1 }, { D: 1 }, { outbound: 15 })
  const restGivenUp = await shop.order()
  await store.capture(restGivenUp, 100)
  await on(restGivenUp).edit({ set: { B: 3 } })
  const withdrawn = await MirrorShop.of(host, await flowIn(host, shop))
  const deposit = await withdrawn.pay(168)
  await withdrawn.put(deposit, 0)
  await withdrawn.settle()
  const unrounded = await fractionalOrder(host)
  const paid = [authorised, unpaid, paidBack, partly, credited, restGivenUp, withdrawn.orderId, unrounded]
  return [...paid, onItsWay, returned, edited, exchanged]
}

/** Its total has fractions of a cent, and the host calls nothing due when they were captured with it. */
async function fractionalOrder(host: Host): Promise<string> {
  const store = await TestStore.open(
    host,
    { currency: "eur", prices: [24.99], taxRate: 10.75, country: "de" },
    "euro@example.com",
  )
  const orderId = await store.checkOut([[0, 3]])
  await store.capture(orderId)
  return orderId
}
