import { STRATEGY_NAMES } from "../../../../src/modules/reconciliation/domain/allocation/strategies"
import { least } from "../../../../src/modules/reconciliation/domain/money"
import { isWriteOff, openAmount } from "../../../../src/modules/reconciliation/domain/open-item"
import { oneOf, partOf, percent, type Command, type ModelCell, type World } from "../world"

interface Held {
  readonly creditItemId: bigint
  readonly debitItemId: bigint
  amount: bigint
  bound: bigint
}

/** Whether a person may move what an item settles: nothing of transfers, write-offs and orders that are gone. */
export function isMovable({ seen }: World, id: bigint): boolean {
  const item = seen.items.find((one) => one.id === id)
  if (!item || item.kind === "transfer" || isWriteOff(item)) return false
  const home = item.documentId === null ? undefined : seen.orders.get(item.documentId)?.owner
  return home === undefined || home === seen.owners.get(id)
}

/** Pairs to choose from: mostly those that a person may move. */
function chosenPairs(world: World): Held[] {
  const pairs = heldPairs(world)
  return percent(world, 7)
    ? pairs
    : pairs.filter(
        ({ creditItemId, debitItemId }) => isMovable(world, creditItemId) && isMovable(world, debitItemId),
      )
}

/** What each pair holds, and what of it fulfils planned payments. */
function heldPairs({ seen }: World): Held[] {
  const pairs = new Map<string, Held>()
  for (const { creditItemId, debitItemId, amount, instalmentId } of seen.live) {
    const name = `${creditItemId} ${debitItemId}`
    const pair = pairs.get(name) ?? { creditItemId, debitItemId, amount: 0n, bound: 0n }
    pair.amount += amount
    if (instalmentId !== null) pair.bound += amount
    pairs.set(name, pair)
  }
  return [...pairs.values()]
}

const amountOn = (world: World, creditItemId: bigint, debitItemId: bigint): bigint =>
  heldPairs(world).find((pair) => pair.creditItemId === creditItemId && pair.debitItemId === debitItemId)
    ?.amount ?? 0n

/** Sends an edit of the account as it was seen, or, seldom, of a version that has passed. */
async function save(world: World, cells: readonly ModelCell[]): Promise<void> {
  const owner = world.seen.owners.get(cells[0]?.creditItemId ?? 0n) ?? ""
  const stale = percent(world, 5) ? 1 : 0
  await world.ledger.edit(owner, (world.seen.versions.get(owner) ?? 0) - stale, cells)
}

/** What a person does to allocations. */
export const hand: readonly Command[] = [
  {
    name: "allocate",
    weight: 4,
    prepare: (world) => {
      const credit = oneOf(
        world,
        world.seen.items.filter((item) => item.side === "credit" && openAmount(item) > 0n),
      )
      const debit = oneOf(
        world,
        world.seen.items.filter(
          (item) =>
            item.side === "debit" &&
            openAmount(item) > 0n &&
            (world.seen.owners.get(item.id) === world.seen.owners.get(credit?.id ?? 0n) || percent(world, 3)),
        ),
      )
      if (!credit || !debit) return null
      return async () => {
        const most = least(openAmount(credit), openAmount(debit))
        const tooMuch = percent(world, 8) ? openAmount(credit) : 0n
        const amount = amountOn(world, credit.id, debit.id) + partOf(world, most) + tooMuch
        await save(world, [{ creditItemId: credit.id, debitItemId: debit.id, amount }])
      }
    },
  },
  {
    name: "edit",
    weight: 4,
    prepare: (world) => {
      const pairs = chosenPairs(world).filter(({ amount, bound }) => amount > bound)
      const { owners } = world.seen
      const one = oneOf(world, pairs)
      const other = oneOf(
        world,
        pairs.filter((pair) => owners.get(pair.creditItemId) === owners.get(one?.creditItemId ?? 0n)),
      )
      if (!one || !other || one.creditItemId === other.creditItemId || one.debitItemId === other.debitItemId)
        return null
      return async () => {
        const part = partOf(world, least(one.amount - one.bound, other.amount - other.bound))
        const crossed = (from: Held, to: Held): ModelCell => ({
          creditItemId: from.creditItemId,
          debitItemId: to.debitItemId,
          amount: amountOn(world, from.creditItemId, to.debitItemId) + part,
        })
        const more = percent(world, 5) ? 10n ** 15n : 0n
        await save(world, [
          { ...one, amount: one.amount - part },
          { ...other, amount: other.amount - part },
          crossed(one, other),
          { ...crossed(other, one), amount: crossed(other, one).amount + more },
        ])
      }
    },
  },
  {
    name: "release",
    weight: 3,
    prepare: (world) => {
      const pair = oneOf(world, chosenPairs(world))
      if (!pair || (pair.bound > 0n && !percent(world, 20))) return null
      return async () => {
        await save(world, [
          { ...pair, amount: percent(world, 60) ? 0n : pair.amount - partOf(world, pair.amount) },
        ])
      }
    },
  },
  {
    name: "run",
    weight: 3,
    prepare: (world) => async () => {
      const strategy = oneOf(world, STRATEGY_NAMES) ?? "line_order"
      const owner = oneOf(world, [...world.seen.versions.keys()]) ?? ""
      await world.ledger.run(owner, strategy, percent(world, 50) ? "person" : "system")
    },
  },
]
