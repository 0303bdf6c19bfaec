import { Modules } from "@medusajs/framework/utils"
import noteWhenPaid, { config } from "../../examples/subscribers/note-when-paid"
import type { OrderStateChanged } from "../../src/types/events"
import { sweep } from "../../src/workflows/sweep/sweep"
import { describeHost } from "../setup/host"
import { silence } from "../setup/silence"
import { TestStore } from "../setup/store"

describeHost((host) => {
  it("F63: a store's subscriber hears that an order was wholly paid, also when the plugin's own event was lost", async () => {
    const store = await TestStore.open(host, { currency: "usd", prices: [75] })
    const bus = host.container().resolve(Modules.EVENT_BUS)
    const heard: OrderStateChanged[] = []
    const listener = async (event: { name: string; data: unknown }): Promise<void> => {
      const data = event.data as OrderStateChanged
      heard.push(data)
      await noteWhenPaid({ event: { name: event.name, data }, container: host.container() })
    }
    const name = String(config.event)
    const as = { subscriberId: config.context?.subscriberId ?? "" }
    bus.subscribe(name, listener, as)
    const metadata = async (id: string): Promise<Record<string, unknown> | null> =>
      (
        await store.get<{ order: { metadata: Record<string, unknown> | null } }>(
          `orders/${id}?fields=metadata`,
        )
      ).order.metadata
    try {
      const orderId = await store.checkOut([0])
      await store.eventually(orderId, { version: 1 })
      await host.settled()
      await store.capture(orderId)
      await store.eventually(orderId, { state: "full" })
      await host.settled()
      expect(heard.map(({ before, after }) => [before?.state, after.state])).toEqual([
        [undefined, "none"],
        ["none", "full"],
      ])
      expect(heard[1]).toMatchObject({ order_id: orderId, after: { code: { code: "A", closed: true } } })
      expect(await metadata(orderId)).toEqual({ paid_in_full: heard[1]?.at })

      // Nobody hears anything; the sweep reads the capture and tells of it.
      const other = await store.checkOut([0], "grace@example.com")
      await store.eventually(other, { version: 1 })
      await host.settled()
      const restore = silence(host)
      await store.capture(other)
      restore()
      await sweep(host.container())
      await host.settled()
      expect(heard.filter(({ order_id: id }) => id === other).map(({ after }) => after.state)).toEqual([
        "none",
        "full",
      ])
      expect((await metadata(other))?.["paid_in_full"]).toBeDefined()
    } finally {
      bus.unsubscribe(name, listener, as)
    }
  })
})
