import { oneOf, type Command } from "../world"

/** Reads of the host that bring what was not heard of, or nothing new. */
export const read: readonly Command[] = [
  {
    name: "late read",
    weight: 3,
    prepare: (world) => {
      const order = oneOf(
        world,
        world.orders.filter((one) => one.isUnheard),
      )
      return order ? async () => world.ledger.read(order, "system") : null
    },
  },
  {
    name: "read by a person",
    weight: 2,
    prepare: (world) => {
      const order = oneOf(world, world.orders)
      return order ? async () => world.ledger.read(order, "person") : null
    },
  },
]
