import { least } from "../../../../src/modules/reconciliation/domain/money"
import { isCharge, openAmount, type OpenItem } from "../../../../src/modules/reconciliation/domain/open-item"
import { CURRENCIES, WRITE_OFF } from "../options"
import { oneOf, partOf, percent, rootOf, sumOf, type Command, type World } from "../world"
import { limitAt, placesOf, type Place } from "./correct"

interface Payable {
  readonly place: Place
  readonly orderId: string
  /** The customer who pays. */
  readonly owner: string
  /** What lines have open, minor units. */
  readonly open: bigint
}

/** What one person may grant by themselves: what waits for another one is asked for by itself. */
function mostAt(world: World, place: Place): bigint {
  const above = WRITE_OFF.approvalAbove[CURRENCIES[world.digits] ?? "eur"]
  if (above === undefined) return limitAt(world, place)
  const most = above - place.standing
  return most > 0n ? most : 0n
}

/** Orders that their owner can pay: the money lands in the account that the order is in. */
function payable(world: World): Payable[] {
  return placesOf(world).flatMap((place): Payable[] => {
    const { target } = place
    const order = "orderId" in target && world.orders.find(({ id }) => id === target.orderId)
    if (!order || rootOf(world.told, order.owner) !== place.owner) return []
    const open = sumOf(place.items.filter(isCharge).map(openAmount))
    return [{ place, orderId: order.id, owner: order.owner, open }]
  })
}

/** Parts of discounts that stand, the first of each. */
function standing({ seen }: World): OpenItem[] {
  const undone = new Set(seen.items.filter(({ sequence }) => sequence > 1).map(({ key }) => key))
  return seen.items.filter((item) => {
    const home = item.documentId === null ? undefined : seen.orders.get(item.documentId)?.owner
    return /^disc:.*\.1$/.test(item.key) && !undone.has(item.key) && home === seen.owners.get(item.id)
  })
}

/** Money that comes with the discount that it is less by, and discounts that are taken back. */
export const discount: readonly Command[] = [
  {
    name: "cash discount",
    weight: 3,
    prepare: (world) => {
      const mayFail = percent(world, 12)
      const chosen = oneOf(
        world,
        payable(world).filter(({ place, open }) => mayFail || (open > 0n && mostAt(world, place) > 0n)),
      )
      if (!chosen) return null
      return async () => {
        const { place, orderId, owner, open } = chosen
        const most = least(least(open, mostAt(world, place)), 10n ** 15n)
        const granted = most > 0n ? partOf(world, most) : 1n
        const wanted = mayFail && percent(world, 50) ? open + 1n : granted
        const rest = least(open > granted ? open - granted : 1n, 10n ** 15n)
        const amount = percent(world, 70) ? rest : partOf(world, rest)
        const at = world.tick()
        const payment = { owner, orderId, amount, discount: wanted, key: `discount_${at}`, at }
        const id = await world.ledger.payDiscounted(payment)
        world.told.deposited += amount
        world.told.writtenOff.set(id, -wanted)
      }
    },
  },
  {
    name: "cash discount undone",
    weight: 2,
    prepare: (world) => {
      const mayFail = percent(world, 12)
      const all = world.seen.items.filter(({ kind }) => kind === "cash_discount")
      const chosen = oneOf(world, mayFail ? all : standing(world))
      if (!chosen) return null
      return async () => {
        const id = chosen.key.slice("disc:".length, chosen.key.lastIndexOf("."))
        await world.ledger.undoWriteOff(id)
        world.told.writtenOff.set(id, 0n)
      }
    },
  },
]
