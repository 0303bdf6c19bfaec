import { LINE_NAMES, type HostOrder } from "../host-order"
import { oneOf, partOf, percent, someAmount, sumOf, type Command, type World } from "../world"

const open = (world: World): HostOrder | undefined =>
  oneOf(
    world,
    world.orders.filter((one) => !one.isCanceled),
  )

/** A line that costs something. */
function lineOf(world: World): { order: HostOrder; name: string; total: bigint } | undefined {
  const order = open(world)
  const line =
    order &&
    oneOf(
      world,
      [...order.lines].filter(([, total]) => total > 0n),
    )
  return order && line && { order, name: line[0], total: line[1] }
}

/** What happens to an order in the host. */
export const order: readonly Command[] = [
  {
    name: "place",
    weight: 2,
    prepare: (world) =>
      world.orders.length >= MOST_ORDERS
        ? null
        : async () => {
            await world.hear(world.place())
          },
  },
  {
    name: "order edit",
    weight: 4,
    prepare: (world) => {
      const changed = open(world)
      if (!changed) return null
      return async () => {
        const name = oneOf(world, LINE_NAMES) ?? "A"
        // What takes a line up from below zero is one item, and may be no larger than any.
        const isBelow = (changed.lines.get(name) ?? 0n) < 0n
        const total = isBelow ? 1n + BigInt(world.random(20_000)) : someAmount(world)
        changed.setLines(world.tick(), { [name]: percent(world, 15) ? null : total })
        await world.hear(changed)
      }
    },
  },
  {
    name: "trade-in",
    weight: 1,
    prepare: (world) => {
      const traded = open(world)
      const free = traded && LINE_NAMES.find((name) => !traded.lines.has(name))
      const worth = traded ? sumOf(traded.lines.values()) : 0n
      if (!traded || !free || worth <= 0n) return null
      return async () => {
        traded.setLines(world.tick(), { [free]: -partOf(world, worth < 20_000n ? worth : 20_000n) })
        await world.hear(traded)
      }
    },
  },
  {
    name: "credit",
    weight: 2,
    prepare: (world) => {
      const credited = open(world)
      if (!credited) return null
      return async () => {
        credited.credit(world.tick(), someAmount(world))
        await world.hear(credited)
      }
    },
  },
  {
    name: "return",
    weight: 2,
    prepare: (world) => {
      const line = lineOf(world)
      if (!line) return null
      return async () => {
        line.order.request(world.tick(), line.name)
        if (percent(world, 50)) await world.hear(line.order)
        line.order.setLines(world.tick(), { [line.name]: line.total - partOf(world, line.total) })
        await world.hear(line.order)
      }
    },
  },
  {
    name: "exchange",
    weight: 2,
    prepare: (world) => {
      const line = lineOf(world)
      const free = line && LINE_NAMES.find((name) => !line.order.lines.has(name))
      if (!line || !free) return null
      return async () => {
        const bought = someAmount(world)
        line.order.setLines(world.tick(), { [free]: bought })
        if (percent(world, 50)) await world.hear(line.order)
        line.order.setLines(world.tick(), { [line.name]: line.total - partOf(world, line.total) })
        await world.hear(line.order)
      }
    },
  },
  {
    name: "cancel",
    weight: 1,
    prepare: (world) => {
      const canceled = open(world)
      if (!canceled) return null
      return async () => {
        canceled.cancel(world.tick())
        await world.hear(canceled)
      }
    },
  },
  {
    name: "uncancel",
    weight: 2,
    prepare: (world) => {
      const canceled = oneOf(
        world,
        world.orders.filter((one) => one.isCanceled),
      )
      if (!canceled) return null
      return async () => {
        canceled.uncancel()
        await world.hear(canceled)
      }
    },
  },
]

const MOST_ORDERS = 4
