import { ordersOf, type Trigger } from "../../src/workflows/host/resolve-orders"
import { describeHost } from "../setup/host"
import { TestStore } from "../setup/store"

describeHost((host) => {
  it("finds the order that each event of a capture and a refund means, alone and together", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75] })
    const [orderId, other] = [await store.checkOut([0]), await store.checkOut([0], "grace@example.com")]
    await store.capture(orderId, 50)
    await store.refund(orderId, 20)
    const told = await host.sql<Trigger>(
      `select 'capture' as type, id from capture
       union all select 'refund', id from refund
       union all select 'order_transaction', id from order_transaction
       union all select 'payment', '${(await store.payment(orderId)).id}'`,
    )
    expect(told.map(({ type }) => type).toSorted()).toEqual([
      "capture",
      "order_transaction",
      "order_transaction",
      "payment",
      "refund",
    ])
    for (const trigger of told) {
      expect(await ordersOf(host.container(), [trigger])).toEqual({ orderIds: [orderId], failures: [] })
    }
    const { id } = await store.payment(other)
    const { orderIds, failures } = await ordersOf(host.container(), [...told, { type: "payment", id }])
    expect(orderIds.toSorted()).toEqual([orderId, other].toSorted())
    expect(failures).toEqual([])
    const unknown = told.map(({ type, id: known }): Trigger => ({ type, id: `${known}x` }))
    expect(await ordersOf(host.container(), unknown)).toEqual({ orderIds: [], failures: [] })
  })
})
