import { Modules } from "@medusajs/framework/utils"
import mirrorEarlier from "../../examples/scripts/mirror-earlier"
import { violationsIn } from "../setup/audit"
import { describeHost } from "../setup/host"
import { hostBooks } from "../setup/host-order"
import { MirrorShop } from "../setup/mirror-shop"

describeHost((host) => {
  it("F19: an order placed by hand asks for the rest, and for nothing once it is paid by two cheques", async () => {
    const shop = await MirrorShop.open(host)
    expect(await shop.shown()).toBe("authorized, 168 due of 168, asks for nothing, authorized 168")
    await shop.pay(100)
    expect(await shop.shown()).toBe("partially_captured, 68 due of 168, asks for 68")
    await shop.pay(68)
    expect(await shop.shown()).toBe("captured, 0 due of 168, asks for nothing")
    expect(await shop.rows()).toEqual(["recorded 100.00", "recorded 68.00"])
    expect(await shop.told()).toEqual([])
    expect(await shop.openInLedger()).toBe(0)
    const order = await shop.flow.store.order(shop.orderId)
    expect(order).toMatchObject({ state: "full", problems: [] })
    expect(order.columns.map(({ kind }) => kind)).toEqual(["deposit", "deposit"])
    expect(await violationsIn(host, order.account_id)).toEqual([])
  })

  it("F66: taken back, the order is as if it had never been paid; the next cheque, and the next by hand, are others", async () => {
    const shop = await MirrorShop.open(host)
    const deposit = await shop.pay(168)
    expect(await shop.shown()).toBe("captured, 0 due of 168, asks for nothing")
    await shop.flow.store.act(`reconciliation/payments/${deposit}/reversals`, {
      kind: "bounced_cheque",
      reason: "no funds",
    })
    await shop.settle()
    expect(await shop.shown()).toBe("not_paid, 168 due of 168, asks for 168")
    const second = await shop.pay(168)
    expect(await shop.shown()).toBe("captured, 0 due of 168, asks for nothing")
    await shop.put(second, 0)
    await shop.settle()
    expect(await shop.shown()).toBe("not_paid, 168 due of 168, asks for 168")
    await shop.markPaid()
    await shop.settle()
    expect(await shop.shown()).toBe("captured, 0 due of 168, asks for nothing")
    expect(await shop.openInLedger()).toBe(0)
    expect(await shop.rows()).toEqual(["withdrawn 168.00", "withdrawn 168.00"])
    expect((await hostBooks(host, shop.orderId)).credit_lines).toEqual([])
  })

  it("a part goes back whole, and the rest comes anew; both the host and the ledger ask for the same", async () => {
    const shop = await MirrorShop.open(host)
    const deposit = await shop.pay(168)
    await shop.put(deposit, 100)
    await shop.settle()
    expect(await shop.shown()).toBe("partially_captured, 68 due of 168, asks for 68")
    expect(await shop.openInLedger()).toBe(68)
    expect(await shop.rows()).toEqual(["withdrawn 168.00", "recorded 100.00"])
  })

  it("follows edits of the order up and down, before and after it came", async () => {
    const shop = await MirrorShop.open(host)
    await shop.flow.store.capture(shop.orderId)
    await shop.settle()
    await shop.flow.changes.edit({ set: { B: 3 } })
    await shop.settle()
    expect(await shop.shown()).toMatch(/72 due of 240, asks for 72/)
    const first = await shop.pay(50)
    expect(await shop.shown()).toMatch(/22 due of 240, asks for 22/)
    await shop.flow.changes.edit({ add: { C: 1 } })
    await shop.settle()
    expect(await shop.shown()).toMatch(/70 due of 288, asks for 70/)
    await shop.pay(70)
    expect(await shop.shown()).toBe("captured, 0 due of 288, asks for nothing")
    await shop.flow.changes.edit({ add: { C: 1 } })
    await shop.settle()
    expect(await shop.shown()).toMatch(/48 due of 336, asks for 48/)
    await shop.markPaid()
    await shop.settle()
    expect(await shop.shown()).toBe("captured, 0 due of 336, asks for nothing")
    await shop.put(first, 0)
    await shop.settle()
    expect(await shop.shown()).toMatch(/50 due of 336, asks for 50/)
    expect(await shop.openInLedger()).toBe(50)
  })

  it("what was captured in part by hand stays, and what is left of it is asked for once", async () => {
    const shop = await MirrorShop.open(host)
    await shop.flow.store.capture(shop.orderId, 100)
    await shop.settle()
    await shop.pay(68)
    expect(await shop.shown()).toMatch(/^captured, 0 due of 168, asks for nothing/)
    expect(await shop.openInLedger()).toBe(0)
  })

  it("what a cancelled order had is given back on paper once: nothing of it is posted, and the cheque can be taken off it", async () => {
    const shop = await MirrorShop.open(host)
    const deposit = await shop.record(300)
    await shop.put(deposit, 168)
    await shop.settle()
    expect(await shop.rows()).toEqual(["recorded 168.00"])
    await shop.flow.store.act(`orders/${shop.orderId}/cancel`)
    await shop.settle()
    expect(await shop.shown()).toMatch(/^canceled/)
    expect((await shop.flow.store.order(shop.orderId)).problems).toEqual([])
    await shop.put(deposit, 0)
    await shop.settle()
    expect(await shop.rows()).toEqual(["withdrawn 168.00"])
    expect((await hostBooks(host, shop.orderId)).raw_total.value).toBe("0")
  })

  it("a person's refund of a mirrored payment is a refund as ever, and the cheque may bounce after it", async () => {
    const shop = await MirrorShop.open(host)
    const deposit = await shop.pay(168)
    const { payment_collections: all } = await shop.shownOf(shop.orderId)
    const paid = all.find(({ status, payments }) => status === "completed" && payments?.length)
    await shop.flow.store.act(`payments/${paid?.payments?.[0]?.id}/refund`, { amount: 40 })
    await shop.settle()
    expect(await shop.shown()).toMatch(/0 due of 128, asks for nothing/)
    expect(await shop.openInLedger()).toBe(0)
    const order = await shop.flow.store.order(shop.orderId)
    expect(order.problems).toEqual([])
    expect(order.columns.map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
      "deposit 168.00",
      "refund -40.00",
    ])
    await shop.put(deposit, 0)
    await shop.settle()
    const { total, summary } = await shop.shownOf(shop.orderId)
    expect([total, summary.pending_difference]).toEqual([128, 168])
  })

  it("marked as paid while a cheque comes: the host's own counts, the cheque is on account again", async () => {
    const shop = await MirrorShop.open(host)
    await shop.flow.changes.edit({ set: { B: 2 } })
    await shop.settle()
    const deposit = await shop.record(204)
    await shop.put(deposit, 204)
    await shop.markPaid().catch(() => undefined)
    await shop.settle()
    await shop.settle()
    expect(await shop.shown()).toMatch(/0 due of 204, asks for nothing/)
    expect(await shop.openInLedger()).toBe(0)
    expect((await shop.flow.store.order(shop.orderId)).problems).toEqual([])
  })

  it("a payment with the tag of a mirror that the ledger does not know is a problem, and posts nothing", async () => {
    const shop = await MirrorShop.open(host)
    await shop.pay(100)
    await host.sql("delete from reconciliation_mirror")
    await shop.flow.store.act(`reconciliation/orders/${shop.orderId}/reconcile`)
    const order = await shop.flow.store.order(shop.orderId)
    expect(order).toMatchObject({
      state: "error",
      problems: [{ code: "mirror_unknown", facts: { amount: "100" } }],
    })
    expect(order.columns.map(({ kind }) => kind)).toEqual(["deposit"])
  })

  it("is off where the store wants it off, and takes up what was applied then when a person asks for it", async () => {
    const shop = await MirrorShop.open(host)
    const { store } = shop.flow
    shop.ledger.settings.mirror = false
    await shop.pay(100)
    expect(await shop.shown()).toBe("authorized, 168 due of 168, asks for nothing, authorized 168")
    const refused = await host.request("post", "/admin/reconciliation/mirrors", {
      headers: await host.logIn("bob@example.com"),
      body: {},
    })
    expect(refused).toMatchObject({ status: 409, body: { code: "mirror_off" } })
    shop.ledger.settings.mirror = true
    const mirrored = [{ order_id: shop.orderId, payment: "cheque 1", amount: "100.00" }]
    expect(await store.act("reconciliation/mirrors/preview")).toMatchObject({ mirrored })
    await shop.settle()
    expect(await shop.rows()).toEqual([])
    expect(await store.act("reconciliation/mirrors", { order_ids: ["order_none"] })).toEqual({ mirrored: [] })
    await mirrorEarlier({ container: host.container() })
    await shop.settle()
    expect(await shop.shown()).toBe("partially_captured, 68 due of 168, asks for 68")
    expect(await store.get("reconciliation/mirrors?state=recorded")).toMatchObject({
      mirrors: [{ order_id: shop.orderId, amount: "100.00", state: "recorded", next_attempt_at: null }],
      next_cursor: null,
    })
  })

  it("says of an order what the store does not count yet and why, and tries it again when a person asks", async () => {
    const shop = await MirrorShop.open(host)
    const { store } = shop.flow
    const deposit = await shop.record(168)
    const service = host.container().resolve(Modules.PAYMENT)
    const create = service.createPaymentCollections.bind(service)
    service.createPaymentCollections = async () => Promise.reject(new Error("the host is tired"))
    try {
      await shop.put(deposit, 168)
      await host.settled()
      await store.eventually(shop.orderId, {
        mirrors: [
          { state: "wanted", amount: "168.00", payment: "cheque 1", error: "the host is tired", attempts: 1 },
        ],
      })
    } finally {
      service.createPaymentCollections = create
    }
    const [waiting] = await shop.told()
    const retried = await store.act(`reconciliation/mirrors/${waiting?.id}/retry`)
    expect(retried).toMatchObject({ mirror: { state: "wanted", attempts: 0, error: null } })
    await shop.settle()
    expect(await shop.told()).toEqual([])
    expect(await shop.shown()).toBe("captured, 0 due of 168, asks for nothing")
  })
})
