import { Modules } from "@medusajs/framework/utils"
import type { OrderReconciliation } from "../../src/types/http"
import { reconcileOrdersWorkflow } from "../../src/workflows"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { describeHost, type Host } from "../setup/host"
import { checkOutStandard, openStandardStore } from "../setup/standard-order"
import { TestStore } from "../setup/store"

/** What an admin sees of each line: its title, what is paid and what is open. */
const lines = ({ rows }: { rows: { title: string; allocated: string; open: string }[] }): string[] =>
  rows.map(({ title, allocated, open }) => `${title.split(" – ")[0]}: ${allocated} paid, ${open} open`)

/** Every row of the ledger, as it stands. */
async function ledgerRows(host: Host): Promise<unknown> {
  const items = await host.sql("select * from reconciliation_open_item order by id")
  const allocations = await host.sql("select * from reconciliation_allocation order by id")
  const changes = await host.sql("select * from reconciliation_change order by id")
  return { items, allocations, changes }
}

describeHost((host) => {
  it("pays the lines of a checkout in their order: 75, 75, 20 and 100 captured give 75, 25, 0", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const orderId = await store.checkOut([0, 1, 2])
    await store.eventually(orderId, {
      state: "none",
      version: 1,
      code: null,
      totals: { owed: "170.00", open: "170.00" },
    })

    await store.capture(orderId, 100)
    const partly = await store.eventually(orderId, { state: "partial", code: { code: "a", closed: false } })
    expect(lines(partly)).toEqual([
      "Product 1: 75.00 paid, 0.00 open",
      "Product 2: 25.00 paid, 50.00 open",
      "Product 3: 0.00 paid, 20.00 open",
    ])

    await store.capture(orderId, 70)
    const paid = await store.eventually(orderId, { state: "full", code: { code: "A", closed: true } })
    expect(lines(paid)).toEqual([
      "Product 1: 75.00 paid, 0.00 open",
      "Product 2: 75.00 paid, 0.00 open",
      "Product 3: 20.00 paid, 0.00 open",
    ])
    expect(paid.totals).toEqual({ owed: "170.00", allocated: "170.00", open: "0.00", unallocated: "0.00" })
  })

  it("knows the digits of each currency: 75, 75, 20 in yen and in dinars of a thousand fils", async () => {
    for (const [currency, country, amounts] of [
      ["jpy", "jp", ["75", "25", "0"]],
      ["kwd", "kw", ["75.000", "25.000", "0.000"]],
    ] as const) {
      const store = await TestStore.open(
        host,
        { currency, country, prices: [75, 75, 20] },
        `${currency}@example.com`,
      )
      const orderId = await store.checkOut([0, 1, 2])
      await store.capture(orderId, 100)
      const partly = await store.eventually(orderId, { state: "partial", code: { code: "a" } })
      expect(partly.rows.map(({ allocated }) => allocated)).toEqual(amounts)
      await store.capture(orderId, 70)
      await store.eventually(orderId, { state: "full", code: { code: "A" }, totals: { open: amounts[2] } })
    }
  })

  it("pays a line with the tax it contains when prices include tax", async () => {
    const store = await TestStore.open(host, {
      currency: "eur",
      prices: [75, 75, 20],
      taxRate: 20,
      taxInclusive: true,
    })
    const orderId = await store.checkOut([0, 1, 2])
    await store.capture(orderId, 100)
    const partly = await store.eventually(orderId, {
      state: "partial",
      totals: { owed: "170.00", allocated: "100.00" },
    })
    expect(partly.rows.map(({ allocated }) => allocated)).toEqual(["75.00", "25.00", "0.00"])
    await store.capture(orderId, 70)
    await store.eventually(orderId, { state: "full", code: { code: "A" }, totals: { unallocated: "0.00" } })
  })

  it("closes an order whose host total is not whole cents, to the cent", async () => {
    const store = await TestStore.open(host, {
      currency: "usd",
      prices: [24.99, 24.99, 24.99, 10.01],
      taxRate: 10.75,
    })
    const orderId = await store.checkOut([0, 1, 2, 3])
    const { amount } = await store.payment(orderId)
    expect(amount).not.toBe(Math.round(amount * 100) / 100)
    const owed = await store.eventually(orderId, { state: "none", version: 1 })
    expect(owed.totals.owed).toBe((Math.round(amount * 100) / 100).toFixed(2))

    await store.capture(orderId)
    const paid = await store.eventually(orderId, { state: "full", code: { code: "A" } })
    expect(paid.totals).toMatchObject({ open: "0.00", unallocated: "0.00" })
    expect(paid.rows.map(({ kind }) => kind)).toContain("rounding")
  })

  it("leaves the same rows when one event comes twenty times at once", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const orderId = await store.checkOut([0, 1, 2])
    await store.capture(orderId, 100)
    await store.eventually(orderId, { state: "partial" })
    const before = await ledgerRows(host)
    const { id } = await store.payment(orderId)
    const bus = host.container().resolve(Modules.EVENT_BUS)
    await Promise.all(
      Array.from({ length: 20 }, () =>
        bus.emit({ name: "payment.captured", data: { id } }, { internal: false }),
      ),
    )
    await Promise.all(
      Array.from({ length: 20 }, () =>
        reconcileOrdersWorkflow(host.container()).run({ input: { order_ids: [orderId] } }),
      ),
    )
    expect(await ledgerRows(host)).toEqual(before)
  })

  it("follows a refund, and a cancellation that pays all back, by events alone", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const orderId = await store.checkOut([0, 1, 2])
    await store.capture(orderId)
    await store.eventually(orderId, { state: "full", code: { code: "A" } })

    await store.refund(orderId, 30)
    const refunded = await store.eventually(orderId, { totals: { owed: "140.00" } })
    expect(refunded).toMatchObject({
      state: "full",
      problems: [],
      totals: { owed: "140.00", allocated: "140.00", open: "0.00", unallocated: "0.00" },
    })
    expect(refunded.columns.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["payment", "170.00"],
      ["refund", "-30.00"],
    ])

    await store.act(`orders/${orderId}/cancel`)
    const cancelled = await store.eventually(orderId, { totals: { owed: "0.00" } })
    expect(cancelled).toMatchObject({
      state: "full",
      problems: [],
      totals: { owed: "0.00", allocated: "0.00", open: "0.00", unallocated: "0.00" },
    })
    expect(cancelled.columns.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["payment", "170.00"],
      ["refund", "-30.00"],
      ["refund", "-140.00"],
    ])
  })

  it("owes nothing for an order that was cancelled before it was paid, and gives it no code", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75, 75, 20] })
    const orderId = await store.checkOut([0, 1, 2])
    await store.eventually(orderId, { version: 1 })
    await store.act(`orders/${orderId}/cancel`)
    await store.eventually(orderId, { state: "full", code: null, totals: { owed: "0.00", open: "0.00" } })
  })

  it("F15: pays the lines of a sales channel by the channel's own strategy", async () => {
    const channel = "sc_dearest_first"
    await host
      .container()
      .resolve(Modules.SALES_CHANNEL)
      .createSalesChannels([{ id: channel, name: "Own" }] as never)
    const store = await TestStore.open(host, { currency: "usd", prices: [20, 75, 60], channel })
    const orderId = await store.checkOut([0, 1, 2])
    await store.capture(orderId, 100)
    const partly = await store.eventually(orderId, { state: "partial" }, 60_000)
    expect(lines(partly)).toEqual([
      "Product 1: 0.00 paid, 20.00 open",
      "Product 2: 75.00 paid, 0.00 open",
      "Product 3: 25.00 paid, 35.00 open",
    ])
    expect(partly.cells.flatMap(({ explanations }) => explanations.map(({ rule }) => rule))).toEqual([
      "dearest_first",
      "dearest_first",
    ])
  })

  it("F15: pays by the strategy that a call names: the tax of every line first, then items, then shipping", async () => {
    const store = await openStandardStore(host)
    const orderId = await checkOutStandard(store)
    await store.capture(orderId, 100)
    const { version } = await store.eventually(orderId, { state: "partial" }, 60_000)
    // What a person sets free waits until a person reconciles the order.
    const paid = await host.sql<{ credit: string; debit: string }>(
      "select credit_item_id::text as credit, debit_item_id::text as debit from reconciliation_allocation",
    )
    await ledgerOf(host.container()).edits.edit({
      orderId,
      expectedVersion: version,
      cells: paid.map(({ credit, debit }) => ({ creditItemId: credit, debitItemId: debit, amount: "0.00" })),
      context: { actor: { type: "user", id: "user_ada" }, cause: "set free" },
    })
    const reconcile = async (strategy: string) =>
      host.request<{ code?: string; order?: OrderReconciliation }>(
        "post",
        `/admin/reconciliation/orders/${orderId}/reconcile`,
        { body: { strategy }, headers: store.admin },
      )
    expect(await reconcile("cheapest_first")).toMatchObject({
      status: 400,
      body: { code: "strategy_unknown", remedy: expect.stringContaining("dearest_first") as unknown },
    })
    expect((await store.order(orderId)).totals).toMatchObject({ open: "168.00", unallocated: "100.00" })
    expect((await reconcile("component_priority")).status).toBe(200)
    expect(lines(await store.order(orderId))).toEqual([
      "Product 1: 90.00 paid, 18.00 open",
      "Product 2: 6.00 paid, 30.00 open",
      "Collect: 4.00 paid, 20.00 open",
    ])
  })
})
