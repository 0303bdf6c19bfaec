import { termsOfQuoteWorkflow } from "../../../examples/workflows/terms-of-a-quote"
import type { HistoryEntry, OpenItemView, OrderReconciliation, TermsPreview } from "../../../src/types/http"
import { termsRules, type TermsOption } from "../../../src/modules/reconciliation/settings/terms-options"
import { ledgerOf } from "../../../src/workflows/ledger-of"
import { openFlow, type Flow } from "../../setup/flow"
import { describeHost } from "../../setup/host"
import { upToDate } from "../../setup/host-checks"
import { OrderChanges } from "../../setup/order-changes"
import { StandardShop } from "../../setup/standard-shop"

const PLAIN = { taxRate: 0, discount: null }

type Ordered = Pick<Flow, "store" | "orderId" | "changes">

interface Named {
  id: string
}

describeHost((host) => {
  const terms = (...options: TermsOption[]): void => {
    Object.assign(ledgerOf(host.container()).settings, { paymentTerms: termsRules(options) })
  }
  /** What the order owes, with the days until it falls due, counted from the day it was ordered or changed. */
  const due = async ({ store, orderId }: Ordered): Promise<Record<string, number | "now" | "waits">> => {
    await upToDate(host, orderId)
    const { open_items: items } = await store.get<{ open_items: OpenItemView[] }>(
      `reconciliation/open-items?side=debit&order_id=${orderId}`,
    )
    return Object.fromEntries(
      items.map(({ title, due_on: on, occurred_on: from, awaits_delivery: waits }) => {
        if (waits) return [title, "waits"]
        return [title, on === null ? "now" : (Date.parse(on) - Date.parse(from)) / 86_400_000]
      }),
    )
  }
  const kept = async ({ orderId }: Ordered): Promise<unknown[]> =>
    await host.sql(
      `select t.kind, t.days, t.source from reconciliation_terms t
         join reconciliation_document d on d.id = t.document_id where d.order_id = ? order by t.id`,
      [orderId],
    )

  it("falls due by the first rule that fits when it is placed, and goes on by that whatever the rules are then", async () => {
    const shop = await StandardShop.open(host, PLAIN)
    const { store } = shop
    const placed = async (): Promise<Ordered> => {
      const orderId = await shop.order()
      return { store, orderId, changes: new OrderChanges(host, shop, orderId) }
    }
    const first = await placed()
    expect(await due(first)).toEqual({ "A – one": "now", "B – one": "now", Delivery: "now" })
    const { order } = await store.get<{ order: { sales_channel_id: string } }>(
      `orders/${first.orderId}?fields=id,sales_channel_id`,
    )
    terms(
      { customerGroups: ["cusgroup_nobody"], due: { days: 90 } },
      { salesChannels: [order.sales_channel_id], providers: ["pp_system_default"], due: { days: 30 } },
      { due: { days: 10 } },
    )
    const next = await placed()
    expect(await due(next)).toEqual({ "A – one": 30, "B – one": 30, Delivery: 30 })

    const { customers } = await store.get<{ customers: Named[] }>("customers")
    const { customer_group: group } = await store.act<{ customer_group: Named }>("customer-groups", {
      name: "Schools",
    })
    await store.act(`customer-groups/${group.id}/customers`, { add: customers.map(({ id }) => id) })
    terms({ customerGroups: [group.id], due: { days: 45 } })
    expect(await due(await placed())).toMatchObject({ "A – one": 45 })

    await first.changes.edit({ add: { D: 1 } })
    await next.changes.edit({ add: { D: 1 } })
    expect(await due(first)).toMatchObject({ "A – one": "now", "D – one": "now" })
    expect(await due(next)).toMatchObject({ "A – one": 30, "D – one": 30 })
    expect([await kept(first), await kept(next)]).toEqual([[], [{ kind: "days", days: 30, source: "rule" }]])
  })

  it("waits for the last piece of each line, is dated when that is delivered, and is paid in that order", async () => {
    terms({ due: { onDelivery: 7 } })
    Object.assign(ledgerOf(host.container()).settings, { strategy: "due_date" })
    const flow = await openFlow(host, PLAIN)
    expect(await due(flow)).toEqual({ "A – one": "waits", "B – one": "waits", Delivery: "waits" })
    await flow.changes.deliver(await flow.changes.fulfil({ A: 1, B: 1 }))
    expect(await due(flow)).toEqual({ "A – one": "waits", "B – one": 7, Delivery: "waits" })
    await flow.store.capture(flow.orderId, 30)
    await flow.books(`
      partial a    charged  adjusted     net  payment    open
      A             100.00         .  100.00        .  100.00
      B              30.00         .   30.00    30.00    0.00
      Delivery       20.00         .   20.00        .   20.00
      unallocated                                0.00
      total         150.00      0.00  150.00    30.00  120.00
    `)
    await flow.changes.deliver(await flow.changes.fulfil({ A: 1 }))
    expect(await due(flow)).toEqual({ "A – one": 7, Delivery: 7 })
    const steps = await host.sql<{ step: string; count: string }>(
      "select step, sum(quantity)::text as count from reconciliation_supply group by 1 order by 1",
    )
    expect(steps).toEqual([
      { step: "delivered", count: "3" },
      { step: "fulfilled", count: "3" },
    ])
  })

  it("is given other terms by a person: previewed, once for a key, kept in the history", async () => {
    const flow = await openFlow(host, PLAIN)
    await due(flow)
    const at = `reconciliation/orders/${flow.orderId}/terms`
    const asked = { due: { end_of_month: 30, on: 15 }, reason: "A school" }
    const { preview } = await flow.store.act<{ preview: TermsPreview }>(`${at}/preview`, asked)
    expect(preview).toMatchObject({ changed: true, terms: { due: asked.due, source: "person" } })
    expect(preview.rows.map(({ due_after: after }) => after.on?.slice(8))).toEqual(["15", "15", "15"])
    expect(await due(flow)).toMatchObject({ "A – one": "now" })

    const given = { ...asked, version: preview.base_version }
    const key = { "Idempotency-Key": "terms-of-a-school" }
    const first = await flow.store.send("put", at, given, key)
    expect(first).toMatchObject({ changed: true, order: { terms: { due: asked.due, source: "person" } } })
    expect(await flow.store.send("put", at, given, key)).toEqual(first)
    expect(await flow.store.send("put", at, { due: asked.due })).toMatchObject({ changed: false })
    await expect(
      flow.store.send("put", at, { due: { days: 1 }, version: preview.base_version }),
    ).rejects.toThrow("version_stale")
    const { order } = await flow.store.get<{ order: OrderReconciliation }>(
      `reconciliation/orders/${flow.orderId}`,
    )
    expect(order.rows.map(({ due: day }) => day?.on)).toEqual(
      preview.rows.map(({ due_after: day }) => day.on),
    )
    const { changes } = await flow.store.get<{ changes: HistoryEntry[] }>(
      `reconciliation/orders/${flow.orderId}/history`,
    )
    expect(changes[0]).toMatchObject({ kind: "terms", reason: "A school" })

    const quote = { id: "quote_1", number: "38", days: 60 }
    const { result } = await termsOfQuoteWorkflow(host.container()).run({
      input: { order_id: flow.orderId, quote },
    })
    expect(result).toEqual({ order_id: flow.orderId, changed: true })
    expect((await flow.store.order(flow.orderId)).terms).toEqual({
      due: { end_of_month: 60 },
      source: "person",
    })
  })
})
