import { mirrorDue } from "../../../src/workflows/mirror/mirror-due"
import { describeHost } from "../../setup/host"
import { MirrorShop } from "../../setup/mirror-shop"
import { silence } from "../../setup/silence"

describeHost((host) => {
  it("F19: a customer's card that is authorized is left alone; what is captured of it later fits the rest", async () => {
    const shop = await MirrorShop.open(host, { provider: "pp_psp_tests" })
    expect(await shop.shown()).toBe("authorized, 168 due of 168, asks for nothing, authorized 168")
    await shop.pay(100)
    expect(await shop.shown()).toBe("partially_captured, 68 due of 168, asks for nothing, authorized 168")
    await shop.flow.store.capture(shop.orderId, 68)
    await shop.settle()
    expect(await shop.shown()).toMatch(/ 0 due of 168, asks for nothing/)
    expect(await shop.openInLedger()).toBe(0)
    expect(await shop.rows()).toEqual(["recorded 100.00"])
  })

  it("the whole of a card that is captured in spite of a cheque counts, and the cheque is on account again", async () => {
    const shop = await MirrorShop.open(host, { provider: "pp_psp_tests" })
    await shop.pay(100)
    await shop.flow.store.capture(shop.orderId)
    await shop.settle()
    expect(await shop.shown()).toMatch(/^captured, 0 due of 168, asks for nothing/)
    expect(await shop.rows()).toEqual(["withdrawn 100.00"])
    expect(await shop.openInLedger()).toBe(0)
  })

  it("what the store's order does not owe any more is refused with the reason, and yields once the ledger has read why", async () => {
    const shop = await MirrorShop.open(host)
    const deposit = await shop.record(168)
    const restore = silence(host)
    await shop.flow.store.capture(shop.orderId)
    await shop.put(deposit, 168)
    await mirrorDue(host.container())
    restore()
    const { display_id: number } = await shop.flow.store.order(shop.orderId)
    expect(await shop.told()).toMatchObject([
      {
        state: "refused",
        payment: "cheque 1",
        refusal: {
          code: "nothing_open",
          message: `Order #${number} owes nothing any more: 168.00 stays on account.`,
        },
        next_attempt_at: null,
      },
    ])
    await shop.flow.store.act(`reconciliation/orders/${shop.orderId}/reconcile`)
    await shop.settle()
    expect(await shop.rows()).toEqual(["withdrawn 168.00"])
    expect(await shop.shown()).toBe("captured, 0 due of 168, asks for nothing")
    const order = await shop.flow.store.order(shop.orderId)
    expect(order).toMatchObject({ state: "full", mirrors: [] })
    expect(order.columns.map(({ kind }) => kind)).toEqual(["payment"])
  })
})
