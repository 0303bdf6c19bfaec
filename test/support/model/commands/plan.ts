import { leftOf, type Instalment } from "../../../../src/modules/reconciliation/domain/instalments/instalment"
import { isCharge, openAmount } from "../../../../src/modules/reconciliation/domain/open-item"
import type { HostOrder } from "../host-order"
import { oneOf, partOf, percent, type Command, type PlannedPart, type World } from "../world"

interface Running {
  readonly order: HostOrder
  readonly instalment: Instalment
}

/** Instalments of which something is left. */
function running(world: World): Running[] {
  return world.orders
    .filter(({ isCanceled }) => !isCanceled)
    .flatMap((order) =>
      (world.seen.instalments.get(order.id) ?? [])
        .filter((instalment) => leftOf(instalment) > 0n)
        .map((instalment) => ({ order, instalment })),
    )
}

const dayAfter = (world: World, days: number): string =>
  new Date(Date.parse(world.tick()) + days * 86_400_000).toISOString().slice(0, 10)

/** Two or three parts of what an order owes; the first may be pinned to a line. */
function partsOf(world: World, order: HostOrder): PlannedPart[] {
  const [document] = [...world.seen.orders].find(([, { orderId }]) => orderId === order.id) ?? []
  const open = world.seen.items.filter(
    (item) => item.documentId === document && isCharge(item) && openAmount(item) > 0n,
  )
  const owed = open.reduce((sum, item) => sum + openAmount(item), 0n)
  if (document === undefined || owed < 3n) return []
  const first = oneOf(world, open)
  const pinned = first && percent(world, 40) ? { lineKey: first.lineKey, most: openAmount(first) } : null
  const head = partOf(world, pinned ? pinned.most : owed - 1n)
  const parts = [head, ...(owed > head ? [partOf(world, owed - head)] : [])]
  return parts.map((amount, index) => ({
    dueOn: dayAfter(world, 30 * (index + 1)),
    amount: amount < 10n ** 15n ? amount : 10n ** 15n,
    reference: `pay_plan_${order.id}_${world.tick()}_${index}`,
    lineKey: index === 0 && pinned ? pinned.lineKey : null,
  }))
}

/** Parts that add up to more than can be open, or that name a row that is not there. */
function impossible(world: World, parts: readonly PlannedPart[]): PlannedPart[] {
  return percent(world, 50)
    ? Array.from({ length: 100 }, (_, index) => ({
        dueOn: dayAfter(world, 30),
        amount: 10n ** 15n,
        reference: `pay_plan_${index}`,
        lineKey: null,
      }))
    : parts.map((part) => ({ ...part, lineKey: "line:unknown" }))
}

const note = (kind: "failed" | "cancelled"): Command => ({
  name: `instalment ${kind}`,
  weight: 1,
  prepare: (world) => {
    const chosen = oneOf(world, running(world))
    return chosen ? async () => world.ledger.note(chosen.instalment, { kind }) : null
  },
})

/** Planned payments: agreed, put off, failed, given up and paid. */
export const plan: readonly Command[] = [
  {
    name: "instalments planned",
    weight: 2,
    prepare: (world) => {
      const order = oneOf(
        world,
        world.orders.filter(
          ({ id, isCanceled }) =>
            !isCanceled && ((world.seen.instalments.get(id) ?? []).length === 0 || percent(world, 20)),
        ),
      )
      if (!order) return null
      const parts = partsOf(world, order)
      if (parts.length === 0) return null
      return async () => world.ledger.plan(order.id, percent(world, 90) ? parts : impossible(world, parts))
    },
  },
  {
    name: "instalment settled",
    weight: 4,
    prepare: (world) => {
      const chosen = oneOf(world, running(world))
      if (!chosen) return null
      return async () => {
        const { order, instalment } = chosen
        const left = leftOf(instalment)
        const amount = percent(world, 70) ? left : partOf(world, left)
        order.capture(world.tick(), amount, instalment.reference ?? "")
        await world.hear(order)
      }
    },
  },
  {
    name: "instalment postponed",
    weight: 1,
    prepare: (world) => {
      const chosen = oneOf(world, running(world))
      return chosen
        ? async () => world.ledger.note(chosen.instalment, { kind: "postponed", dueOn: dayAfter(world, 90) })
        : null
    },
  },
  note("failed"),
  note("cancelled"),
]
