import { ReconciliationError } from "../../../../src/modules/reconciliation/domain/errors"
import type { Allocation } from "../../../../src/modules/reconciliation/domain/open-item"
import { isOwnLine } from "../../../../src/modules/reconciliation/domain/order/pairs"
import { standingUndo, UNDOABLE_KINDS, type ModelChange } from "../changes"
import { oneOf, percent, type Command, type Picture, type World } from "../world"
import { isMovable } from "./hand"
import { matrixNow } from "./edit-matrix"

interface Place {
  readonly documentId: bigint
  readonly orderId: string
  readonly version: number
}

const touches = (ids: ReadonlySet<bigint>, { creditItemId, debitItemId }: Allocation): boolean =>
  ids.has(creditItemId) || ids.has(debitItemId)

/** Whether a person may take something back of what some items settle, and nothing stands in its way at once. */
function isFree(world: World, allocation: Allocation): boolean {
  const ids = [allocation.creditItemId, allocation.debitItemId]
  return allocation.instalmentId === null && ids.every((id) => isMovable(world, id))
}

/** Orders of which something can be taken back; seldom any order. */
function places(world: World): Place[] {
  const { seen } = world
  const mayFail = percent(world, 7)
  return [...seen.orders].flatMap(([documentId, { orderId, version }]): Place[] => {
    const own = new Set(seen.items.filter((item) => item.documentId === documentId).map(({ id }) => id))
    const live = seen.live.filter((allocation) => touches(own, allocation))
    const isPossible = live.some((allocation) => isFree(world, allocation))
    return mayFail || isPossible ? [{ documentId, orderId, version }] : []
  })
}

const versionOf = (world: World, version: number): number => version - (percent(world, 4) ? 1 : 0)
const cascadeOf = (world: World): boolean => percent(world, 85)

function columnsOf({ seen }: World, { documentId }: Place): bigint[] {
  const { cells } = matrixNow(seen, documentId)
  return [...new Set(cells.map(({ columnItemId }) => columnItemId))]
}

/** Changes of an order that could be undone, and have not been. */
function undoable({ seen }: World, { documentId, orderId }: Place): ModelChange[] {
  const owner = seen.orders.get(documentId)?.owner
  const homes = new Map(seen.items.map((item) => [item.id, item.documentId]))
  return seen.changes.filter(
    (change) =>
      orderId !== "" &&
      UNDOABLE_KINDS.has(change.kind) &&
      change.owner === owner &&
      change.items.some((id) => homes.get(id) === documentId) &&
      standingUndo(change.id, seen.changes) === null,
  )
}

const undo = (name: string, weight: number, isAsked: (change: ModelChange) => boolean): Command => ({
  name,
  weight,
  prepare: (world) => {
    const place = oneOf(
      world,
      [...world.seen.orders].map(([documentId, order]) => ({ documentId, ...order })),
    )
    const change = place && oneOf(world, undoable(world, place).filter(isAsked))
    if (!place || !change) return null
    return async () => {
      await world.ledger.takeBack({
        target: { orderId: place.orderId, changeId: change.id },
        cascade: cascadeOf(world),
        expectedVersion: versionOf(world, place.version),
      })
    }
  },
})

/**
 * By credit and debit, what stands between them. A line's own credit is left out: whatever touches the line lets it
 * settle it, also where a person had set it free before.
 */
function pairsOf({ live, items }: Picture): string {
  const byId = new Map(items.map((item) => [item.id, item]))
  const pairs = new Map<string, bigint>()
  for (const { creditItemId, debitItemId, amount } of live) {
    const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
    if (!credit || !debit || isOwnLine(credit, debit)) continue
    const name = `${creditItemId} on ${debitItemId}`
    pairs.set(name, (pairs.get(name) ?? 0n) + amount)
  }
  return [...pairs]
    .map(([name, amount]) => `${name}: ${amount}`)
    .toSorted()
    .join(", ")
}

/** An edit may leave a line with less than has gone from it; to do that again by a redo is asked for first. */
const RESTING: ReadonlySet<string> = new Set(["has_dependants", "dependant_stays"])

/** Undone and at once done again, everything must stand as it stood; nothing can have come between. */
async function undoAndRedo(world: World, place: Place, change: ModelChange): Promise<void> {
  const { orderId, documentId } = place
  const before = pairsOf(world.seen)
  const undone = await world.ledger.takeBack({
    target: { orderId, changeId: change.id },
    cascade: cascadeOf(world),
    expectedVersion: place.version,
  })
  if (undone === null) return
  const between = await world.ledger.picture()
  try {
    await world.ledger.takeBack({
      target: { orderId, changeId: undone },
      cascade: false,
      expectedVersion: between.orders.get(documentId)?.version ?? 0,
    })
  } catch (error) {
    if (error instanceof ReconciliationError && RESTING.has(error.code)) return
    throw new Error(`the redo of ${undone} was refused: ${String(error)}`, { cause: error })
  }
  const after = pairsOf(await world.ledger.picture())
  if (after !== before)
    throw new Error(
      `undone and done again is\n  ${after}, it was\n  ${before}, between\n  ${pairsOf(between)}`,
    )
}

/** What people take back: allocations of orders, columns and transactions, and changes. */
export const takeBack: readonly Command[] = [
  {
    name: "order deletion",
    weight: 1,
    prepare: (world) => {
      const place = oneOf(world, places(world))
      if (!place) return null
      return async () => {
        await world.ledger.takeBack({
          target: { orderId: place.orderId },
          cascade: cascadeOf(world),
          expectedVersion: versionOf(world, place.version),
        })
      }
    },
  },
  {
    name: "column deletion",
    weight: 2,
    prepare: (world) => {
      const place = oneOf(world, places(world))
      const columns = place ? columnsOf(world, place) : []
      const [first, second] = [oneOf(world, columns), oneOf(world, columns)]
      if (!place || first === undefined || second === undefined) return null
      return async () => {
        await world.ledger.takeBack({
          target: { orderId: place.orderId, columns: percent(world, 50) ? [first] : [first, second] },
          cascade: cascadeOf(world),
          expectedVersion: versionOf(world, place.version),
        })
      }
    },
  },
  {
    name: "transaction deletion",
    weight: 2,
    prepare: (world) => {
      const mayFail = percent(world, 7)
      const live = world.seen.live.filter((one) => mayFail || isFree(world, one))
      const chosen = oneOf(world, live)
      if (!chosen) return null
      const itemId = percent(world, 80) ? chosen.creditItemId : chosen.debitItemId
      const version = world.seen.versions.get(world.seen.owners.get(itemId) ?? "") ?? 0
      return async () => {
        await world.ledger.takeBack({
          target: { itemId },
          cascade: cascadeOf(world),
          ...(percent(world, 50) && { expectedVersion: versionOf(world, version) }),
        })
      }
    },
  },
  undo("undo", 3, () => true),
  undo("redo", 2, ({ kind }) => kind === "undo"),
  {
    name: "undo and redo",
    weight: 2,
    prepare: (world) => {
      const orders = [...world.seen.orders].map(([documentId, order]) => ({ documentId, ...order }))
      const place = oneOf(world, orders)
      const change = place && oneOf(world, undoable(world, place))
      return place && change ? async () => undoAndRedo(world, place, change) : null
    },
  },
]
