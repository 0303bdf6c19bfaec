import { oneOf, percent, someAmount, type Command } from "../world"

/** Orders that go to another customer, and what happens while the ledger has not heard of it. */
export const transfer: readonly Command[] = [
  {
    name: "transfer",
    weight: 3,
    prepare: (world) => {
      const order = oneOf(world, world.orders)
      if (!order) return null
      return async () => {
        const others = world.customers.filter((name) => name !== order.owner || percent(world, 10))
        order.giveTo(world.tick(), oneOf(world, others) ?? order.owner)
        if (percent(world, 60)) await world.hear(order)
      }
    },
  },
  {
    name: "transfer, read late",
    weight: 2,
    prepare: (world) => {
      const order = oneOf(
        world,
        world.orders.filter((one) => !one.isCanceled),
      )
      const to = oneOf(
        world,
        world.customers.filter((name) => name !== order?.owner),
      )
      if (!order || to === undefined) return null
      return async () => {
        if (percent(world, 50)) order.capture(world.tick(), someAmount(world), `pay_${order.id}`)
        order.giveTo(world.tick(), to)
        const amount = order.refundable(`pay_${order.id}`)
        if (amount > 0n && amount <= 10n ** 15n && percent(world, 30))
          order.refund(world.tick(), amount, `pay_${order.id}`)
        else order.setLines(world.tick(), { A: someAmount(world) })
        await world.ledger.read(order, percent(world, 50) ? "system" : "person")
      }
    },
  },
]
