import {
  isOfLine,
  isWriteOff,
  openAmount,
  type OpenItem,
} from "../../../../src/modules/reconciliation/domain/open-item"
import { oneOf, originOf, partOf, percent, rootOf, someAmount, type Command, type World } from "../world"

/** What a move could give: what is free, and with release what lines hold of it. */
function movable({ seen }: World, money: OpenItem, release: boolean): bigint {
  const byId = new Map(seen.items.map((item) => [item.id, item]))
  let most = openAmount(money)
  if (!release) return most
  for (const { creditItemId, debitItemId, instalmentId, amount } of seen.live) {
    const debit = byId.get(debitItemId)
    if (creditItemId !== money.id || instalmentId !== null || !debit || !isOfLine(debit)) continue
    const home = debit.documentId === null ? undefined : seen.orders.get(debit.documentId)?.owner
    if (home === seen.owners.get(debit.id)) most += amount
  }
  return most
}

const isMoney = ({ side, kind }: OpenItem): boolean =>
  side === "credit" && (kind === "payment" || kind === "deposit")

/** Whether nothing settles what a reversal opened that is not taken off it by the way. */
function isFreeToUndo({ seen }: World, id: string): boolean {
  const byId = new Map(seen.items.map((item) => [item.id, item]))
  const [itemId, number] = id.split(".")
  const money = seen.items.find((item) => item.id.toString() === itemId)
  return seen.live.every(({ creditItemId, debitItemId, instalmentId }) => {
    const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
    const [, of, at] = /^rev:(\d+)\.(\d+)/.exec(debit?.key ?? "") ?? []
    const reversed = seen.items.find((item) => item.id.toString() === of)
    if (!credit || !money || !reversed || at !== number || originOf(reversed) !== originOf(money)) return true
    const home = credit.documentId === null ? undefined : seen.orders.get(credit.documentId)?.owner
    const isFixed = instalmentId !== null || credit.kind === "transfer" || isWriteOff(credit)
    return !isFixed && (home === undefined || home === seen.owners.get(credit.id))
  })
}

/** Money of unknown or wrong owners, money paid back without an order, and reversals recorded by mistake. */
export const movedMoney: readonly Command[] = [
  {
    name: "suspense",
    weight: 1,
    prepare: (world) => async () => {
      const [amount, at] = [someAmount(world), world.tick()]
      await world.ledger.deposit(world.nobody, { amount, key: `deposit_${at}`, at })
      world.told.deposited += amount
    },
  },
  {
    name: "move of money",
    weight: 4,
    prepare: (world) => {
      const mayFail = percent(world, 12)
      const release = percent(world, 50)
      const money = oneOf(
        world,
        world.seen.items.filter(
          (item) =>
            (mayFail && item.side === "credit") || (isMoney(item) && movable(world, item, release) > 0n),
        ),
      )
      if (!money) return null
      return async () => {
        const from = world.seen.owners.get(money.id) ?? ""
        const others = [...world.customers, world.nobody].filter(
          (owner) => mayFail || rootOf(world.told, owner) !== from,
        )
        const to = oneOf(world, others) ?? from
        const most = movable(world, money, release)
        const part = most > 0n ? partOf(world, most) : 1n
        const wanted = mayFail && percent(world, 50) ? most + 1n : part
        const isAll = percent(world, 40)
        const id = await world.ledger.move({
          itemId: money.id,
          to,
          amount: isAll ? null : wanted,
          release,
        })
        world.told.moves.set(id, { from, to: rootOf(world.told, to), amount: isAll ? most : wanted })
      }
    },
  },
  {
    name: "move undone",
    weight: 3,
    prepare: (world) => {
      const standing = [...world.told.moves].filter(([id]) => {
        const moved = world.seen.items.find(
          (item) => item.key.startsWith("give:in:") && `${item.originItemId}.${item.sequence}` === id,
        )
        return moved && movable(world, moved, true) === moved.amount
      })
      const chosen = oneOf(world, percent(world, 12) ? [...world.told.moves] : standing)
      if (!chosen) return null
      return async () => {
        const [id] = chosen
        await world.ledger.undoMove(id, { release: true })
        world.told.moves.delete(id)
      }
    },
  },
  {
    name: "pay-back",
    weight: 2,
    prepare: (world) => {
      const mayFail = percent(world, 12)
      const money = oneOf(
        world,
        world.seen.items.filter((item) => isMoney(item) && (mayFail || openAmount(item) > 0n)),
      )
      if (!money) return null
      return async () => {
        const open = openAmount(money)
        const part = open > 0n ? partOf(world, open) : 1n
        const wanted = mayFail && percent(world, 50) ? open + 1n : part
        const isAll = percent(world, 40)
        const id = await world.ledger.payBack(money.id, isAll ? null : wanted)
        const owner = world.seen.owners.get(money.id) ?? ""
        world.told.paidBack.set(id, { owner, amount: isAll ? open : wanted })
      }
    },
  },
  {
    name: "pay-back undone",
    weight: 2,
    prepare: (world) => {
      const chosen = oneOf(world, [...world.told.paidBack])
      if (!chosen) return null
      return async () => {
        await world.ledger.undoPayBack(chosen[0])
        world.told.paidBack.delete(chosen[0])
      }
    },
  },
  {
    name: "reversal undone",
    weight: 3,
    prepare: (world) => {
      const mayFail = percent(world, 12)
      const chosen = oneOf(
        world,
        [...world.told.standingReversals].filter(([id]) => mayFail || isFreeToUndo(world, id)),
      )
      if (!chosen) return null
      return async () => {
        const [id, amount] = chosen
        const [itemId = "0", number = "0"] = id.split(".")
        const money = world.seen.items.find((item) => item.id.toString() === itemId)
        await world.ledger.undoReversal(BigInt(itemId), Number(number))
        const name = money ? originOf(money) : ""
        world.told.reversed.set(name, (world.told.reversed.get(name) ?? 0n) - amount)
        world.told.standingReversals.delete(id)
      }
    },
  },
]
