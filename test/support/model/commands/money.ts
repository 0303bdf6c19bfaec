import { oneOf, partOf, percent, someAmount, type Command } from "../world"

/** Money of an order's own payments, and money on account. */
export const money: readonly Command[] = [
  {
    name: "pay",
    weight: 4,
    prepare: (world) => {
      const order = oneOf(
        world,
        world.orders.filter((one) => !one.isCanceled && one.balance > 0n && one.balance <= 10n ** 15n),
      )
      if (!order) return null
      return async () => {
        order.capture(world.tick(), order.balance)
        await world.hear(order)
      }
    },
  },
  {
    name: "capture",
    weight: 5,
    prepare: (world) => {
      const order = oneOf(
        world,
        world.orders.filter((one) => !one.isCanceled),
      )
      if (!order) return null
      return async () => {
        const amount =
          percent(world, 70) && order.balance > 0n ? partOf(world, order.balance) : someAmount(world)
        order.capture(
          world.tick(),
          amount < 10n ** 15n ? amount : 10n ** 15n,
          `pay_${order.id}_${world.random(2)}`,
        )
        await world.hear(order)
      }
    },
  },
  {
    name: "refund",
    weight: 3,
    prepare: (world) => {
      const held = world.orders.flatMap((order) =>
        [...new Set(order.money.map(({ payment }) => payment))].flatMap((payment) =>
          order.refundable(payment) > 0n ? [{ order, payment, most: order.refundable(payment) }] : [],
        ),
      )
      const chosen = oneOf(world, held)
      if (!chosen) return null
      return async () => {
        const { order, payment, most } = chosen
        const part = partOf(world, most)
        const amount = part < 10n ** 15n ? part : 10n ** 15n
        order.refund(world.tick(), amount, payment)
        if (!order.isCanceled && percent(world, 50)) order.credit(world.tick(), amount)
        await world.hear(order)
      }
    },
  },
  {
    name: "vanish",
    weight: 1,
    prepare: (world) => {
      const chosen = oneOf(
        world,
        world.orders.flatMap((order) => order.money.map(({ id }) => ({ order, id }))),
      )
      if (!chosen) return null
      return async () => {
        chosen.order.vanish(chosen.id)
        await world.hear(chosen.order)
      }
    },
  },
  {
    name: "deposit",
    weight: 2,
    prepare: (world) => async () => {
      const [amount, at] = [someAmount(world), world.tick()]
      await world.ledger.deposit(oneOf(world, world.customers) ?? "", { amount, key: `deposit_${at}`, at })
      world.told.deposited += amount
    },
  },
]
