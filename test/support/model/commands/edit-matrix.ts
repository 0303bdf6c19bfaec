import { least } from "../../../../src/modules/reconciliation/domain/money"
import { MatrixDraft, type Wish } from "../../../../src/modules/reconciliation/domain/order/draft"
import { matrixOf, type Matrix } from "../../../../src/modules/reconciliation/domain/order/matrix"
import { oneOf, partOf, percent, type Command, type Picture, type World } from "../world"

/** An order with its matrix, as a person has it before them. */
interface Before {
  readonly documentId: bigint
  readonly orderId: string
  readonly version: number
  readonly draft: MatrixDraft
}

interface Place {
  readonly row: string
  readonly column: bigint
  readonly sign: 1n | -1n
}

/** The order's items, and all that pays with or is paid by any of it. */
function baseOf(seen: Picture, documentId: bigint): ConstructorParameters<typeof MatrixDraft>[0] {
  const own = new Set(seen.items.filter((item) => item.documentId === documentId).map(({ id }) => id))
  const credits = new Set(
    seen.live.flatMap(({ creditItemId, debitItemId }) =>
      own.has(creditItemId) || own.has(debitItemId) ? [creditItemId] : [],
    ),
  )
  const allocations = seen.live.filter(({ creditItemId }) => credits.has(creditItemId))
  const touched = new Set(allocations.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
  const items = seen.items.filter(({ id }) => own.has(id) || touched.has(id))
  const gone = items.filter(({ id, documentId: home }) => {
    const order = home === null ? undefined : seen.orders.get(home)
    return order !== undefined && order.owner !== seen.owners.get(id)
  })
  return { documentId, items, allocations, movedAway: new Set(gone.map(({ id }) => id)) }
}

/** An order's matrix as it stands. */
export const matrixNow = (seen: Picture, documentId: bigint): Matrix => matrixOf(baseOf(seen, documentId))

function placesOf({ draft }: Before): Place[] {
  const { rows, columns } = draft.matrix
  return rows.flatMap(({ key }) =>
    columns.map(({ item: { id, side } }): Place => ({
      row: key,
      column: id,
      sign: side === "debit" ? -1n : 1n,
    })),
  )
}

const most = (one: bigint, other: bigint): bigint => (one > other ? one : other)

/** Some cells with less in them than there is, and then some with more of what is free with that. */
function wishesOf(world: World, before: Before): Wish[] {
  const { draft } = before
  const places = placesOf(before).filter(({ row, column }) => draft.lockOf(row, column) === null)
  const wishes: Wish[] = []
  const lower = places.filter(({ row, column, sign }) => {
    const held = draft.shownAt(row, column) * sign
    return held > most(draft.boundOf(row, column), 0n)
  })
  for (let times = world.random(3); times > 0; times -= 1) {
    const place = oneOf(world, lower)
    if (!place || isNamed(wishes, place)) continue
    const { row, column, sign } = place
    const held = draft.shownAt(row, column) * sign
    const by = percent(world, 30) ? held - draft.boundOf(row, column) : 0n
    const part = by > 0n ? by : partOf(world, held - draft.boundOf(row, column))
    wishes.push({ row, column, amount: (held - part) * sign })
  }
  for (let times = 1 + world.random(2); times > 0; times -= 1) {
    const { free } = draft.with(wishes)
    const raise = places.filter(
      (place) => !isNamed(wishes, place) && draft.roomOf(place.row, place.column, free) > 0n,
    )
    const place = oneOf(world, raise)
    if (!place) break
    const { row, column, sign } = place
    const part = partOf(world, least(draft.roomOf(row, column, free), 10n ** 15n))
    wishes.push({ row, column, amount: draft.shownAt(row, column) + part * sign })
  }
  return wishes
}

const isNamed = (wishes: readonly Wish[], { row, column }: Place): boolean =>
  wishes.some((wish) => wish.row === row && wish.column === column)

/** A cell that nobody changes, or more than there is. */
function impossible(world: World, before: Before, wishes: readonly Wish[]): readonly Wish[] {
  const place = oneOf(world, placesOf(before))
  if (!place || isNamed(wishes, place)) return wishes
  return [...wishes, { row: place.row, column: place.column, amount: 10n ** 15n * place.sign }]
}

/** What two matrices differ in; one that is emptied keeps its cell, and its column, while it is a draft. */
function differences(one: Matrix, other: Matrix): string[] {
  const names = (matrix: Matrix): Map<string, bigint> =>
    new Map(
      matrix.cells.flatMap(({ row, columnItemId, amount }) =>
        amount === 0n ? [] : [[`${row} ${columnItemId}`, amount] as const],
      ),
    )
  const [cells, wanted] = [names(one), names(other)]
  const left = new Map(other.columns.map(({ item, unallocated }) => [item.id, unallocated]))
  return [
    ...[...new Set([...cells.keys(), ...wanted.keys()])]
      .filter((name) => cells.get(name) !== wanted.get(name))
      .map((name) => `${name} is ${cells.get(name)}, drafted was ${wanted.get(name)}`),
    ...one.columns
      .filter(({ item, unallocated }) => (left.get(item.id) ?? unallocated) !== unallocated)
      .map(({ item, unallocated }) => `${item.id} has ${unallocated} left, drafted was ${left.get(item.id)}`),
  ]
}

/** An order's matrix changed cell by cell. Afterwards it must be what the draft has shown before. */
export const editMatrix: readonly Command[] = [
  {
    name: "matrix edit",
    weight: 5,
    prepare: (world) => {
      const [documentId, order] = oneOf(world, [...world.seen.orders]) ?? []
      if (documentId === undefined || !order) return null
      const draft = new MatrixDraft(baseOf(world.seen, documentId))
      const before = { documentId, ...order, draft }
      const possible = wishesOf(world, before)
      const wishes = percent(world, 7) ? impossible(world, before, possible) : possible
      if (wishes.length === 0) return null
      return async () => {
        const stale = percent(world, 5) ? 1 : 0
        await world.ledger.editMatrix(order.orderId, order.version - stale, wishes)
        const now = matrixNow(await world.ledger.picture(), documentId)
        const wrong = differences(now, draft.with(wishes).matrix)
        if (wrong.length > 0) throw new Error(wrong.join("; "))
      }
    },
  },
]
