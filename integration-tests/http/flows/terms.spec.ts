import type { HistoryEntry, OpenItemView, OrderReconciliation, TermsPreview } from "../../../src/types/http"
import { termsRules, type TermsOption } from "../../../src/modules/reconciliation/settings/terms-options"
import { ledgerOf } from "../../../src/workflows/ledger-of"
import { openFlow, type Flow } from "../../setup/flow"
import { describeHost } from "../../setup/host"
import { upToDate } from "../../setup/host-checks"

const PLAIN = { taxRate: 0, discount: null }

describeHost((host) => {
  const terms = (...options: TermsOption[]): void => {
    Object.assign(ledgerOf(host.container()).settings, { paymentTerms: termsRules(options) })
  }
  /** What the order owes, with the days until it falls due, counted from the day it was ordered or changed. */
  const due = async ({ store, orderId }: Flow): Promise<Record<string, number | "now" | "waits">> => {
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
  const isKept = async ({ orderId }: Flow): Promise<unknown[]> =>
    await host.sql(
      `select t.kind, t.days, t.source from reconciliation_terms t
         join reconciliation_document d on d.id = t.document_id where d.order_id = ? order by t.id`,
      [orderId],
    )

  it("falls due at once without terms, and by the first rule that fits once there are some", async () => {
    const flow = await openFlow(host, PLAIN)
    expect(await due(flow)).toEqual({ "A – one": "now", "B – one": "now", Delivery: "now" })
    const channel = (await flow.store.get<{ sales_channels: { id: string }[] }>("sales-channels"))
      .sales_channels[0]?.id
    terms(
      { customerGroups: ["cusgroup_nobody"], due: { days: 90 } },
      { salesChannels: [channel ?? ""], providers: ["pp_system_default"], due: { days: 30 } },
      { due: { days: 10 } },
    )
    const next = await openFlow(host, PLAIN)
    expect(await due(next)).toEqual({ "A – one": 30, "B – one": 30, Delivery: 30 })
    expect(await isKept(next)).toEqual([{ kind: "days", days: 30, source: "rule" }])
    // Rules are for what comes: the order that stood is due as it was.
    await flow.changes.edit({ add: { D: 1 } })
    expect(await due(flow)).toMatchObject({ "A – one": "now", "D – one": "now" })
    expect(await isKept(flow)).toEqual([])
  })

  it("keeps the terms of an order: what an edit adds falls due by them, whatever the rules are by then", async () => {
    terms({ due: { days: 30 } })
    const flow = await openFlow(host, PLAIN)
    expect(await due(flow)).toMatchObject({ "A – one": 30 })
    terms({ due: { days: 5 } })
    await flow.changes.edit({ add: { D: 1 } })
    expect(await due(flow)).toMatchObject({ "A – one": 30, "D – one": 30 })
    expect(await isKept(flow)).toHaveLength(1)
  })

  it("asks which groups the customer is in", async () => {
    const { store } = await openFlow(host, PLAIN)
    const { customers } = await store.get<{ customers: { id: string; email: string }[] }>("customers")
    const { customer_group: group } = await store.act<{ customer_group: { id: string } }>("customer-groups", {
      name: "Schools",
    })
    await store.act(`customer-groups/${group.id}/customers`, { add: customers.map(({ id }) => id) })
    terms({ customerGroups: [group.id], due: { days: 45 } })
    expect(await due(await openFlow(host, PLAIN))).toMatchObject({ "A – one": 45 })
  })

  it("waits for the last piece of each line, and dates it when that is delivered", async () => {
    terms({ due: { onDelivery: 7 } })
    const flow = await openFlow(host, PLAIN)
    expect(await due(flow)).toEqual({ "A – one": "waits", "B – one": "waits", Delivery: "waits" })
    const first = await flow.changes.fulfil({ A: 1, B: 1 })
    await flow.changes.deliver(first)
    expect(await due(flow)).toEqual({ "A – one": "waits", "B – one": 7, Delivery: "waits" })
    const second = await flow.changes.fulfil({ A: 1 })
    expect(await due(flow)).toMatchObject({ "A – one": "waits" })
    await flow.changes.deliver(second)
    expect(await due(flow)).toEqual({ "A – one": 7, "B – one": 7, Delivery: 7 })
    const steps = await host.sql<{ step: string; count: string }>(
      "select step, count(*)::text as count from reconciliation_supply group by 1 order by 1",
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
    const { order } = await flow.store.get<{ order: OrderReconciliation }>(
      `reconciliation/orders/${flow.orderId}`,
    )
    expect(order.rows.map(({ due: day }) => day?.on)).toEqual(preview.rows.map(({ due_after: day }) => day.on))
    const { changes } = await flow.store.get<{ changes: HistoryEntry[] }>(
      `reconciliation/orders/${flow.orderId}/history`,
    )
    expect(changes[0]).toMatchObject({ kind: "terms", reason: "A school" })
  })

  it("pays first what falls due first, where the strategy says so", async () => {
    terms({ due: { onDelivery: 0 } })
    Object.assign(ledgerOf(host.container()).settings, { strategy: "due_date" })
    const flow = await openFlow(host, PLAIN)
    await flow.changes.deliver(await flow.changes.fulfil({ B: 1 }))
    await due(flow)
    await flow.store.capture(flow.orderId, 30)
    await flow.books(`
      partial a       charged  adjusted     net  by hand    open
      A                100.00         .  100.00        .  100.00
      B                 30.00         .   30.00    30.00    0.00
      Delivery          20.00         .   20.00        .   20.00
      unallocated                                   0.00
      total            150.00      0.00  150.00    30.00  120.00
    `)
  })
})
