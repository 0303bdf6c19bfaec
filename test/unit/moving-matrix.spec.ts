import fc from "fast-check"
import { MatrixDraft, type Wish } from "../../src/modules/reconciliation/domain/order/draft"
import { matrixOf, type Matrix } from "../../src/modules/reconciliation/domain/order/matrix"
import { isCharge, type Allocation, type OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { charge, credit, debit, held } from "../support/items"

const LINES = ["A", "B", "C", "D"] as const
const FOREIGN = { documentId: 2n }

/** Four lines of which two became cheaper, three payments, another order's credit, two refunds, and another order's debts. */
function itemsOf(): OpenItem[] {
  return [
    ...LINES.map((line, index) => charge(BigInt(index + 1), line, 1000n)),
    ...["A", "B"].map((line, index) =>
      credit({
        id: BigInt(11 + index),
        kind: "adjustment",
        key: `line:${line}`,
        sequence: 2,
        lineKey: `line:${line}`,
        amount: 300n,
      }),
    ),
    ...[21n, 22n, 23n].map((id) =>
      credit({ id, kind: "payment", amount: 1200n, occurredAt: `2026-01-${id}T09:00:00.000Z` }),
    ),
    credit({ id: 24n, kind: "adjustment", key: "line:X", lineKey: "line:X", amount: 200n, ...FOREIGN }),
    ...[31n, 32n].map((id) => debit({ id, kind: "refund", amount: 150n })),
    charge(41n, "Y", 500n, FOREIGN),
    debit({ id: 42n, kind: "refund", amount: 500n, ...FOREIGN }),
  ]
}

/** Counts what allocations take of items. */
const counted = (items: readonly OpenItem[], allocations: readonly Allocation[]): OpenItem[] =>
  items.map((item) => ({
    ...item,
    allocated: allocations
      .filter(({ creditItemId, debitItemId }) => creditItemId === item.id || debitItemId === item.id)
      .reduce((sum, { amount }) => sum + amount, 0n),
  }))

/** Live allocations between items that can be joined, each at most what both have left. */
function alive(
  items: readonly OpenItem[],
  tries: readonly (readonly [number, number, number])[],
): Allocation[] {
  const [credits, debits] = [
    items.filter(({ side }) => side === "credit"),
    items.filter(({ side }) => side === "debit"),
  ]
  const left = new Map(items.map(({ id, amount }) => [id, amount]))
  return tries.flatMap(([from, to, share], index) => {
    const [giver, taker] = [credits[from % credits.length], debits[to % debits.length]]
    if (!giver || !taker || (giver.documentId === 2n && taker.documentId === 2n)) return []
    const room = [left.get(giver.id) ?? 0n, left.get(taker.id) ?? 0n].toSorted((one, other) =>
      one < other ? -1 : 1,
    )[0]
    const amount = ((room ?? 0n) * BigInt(share)) / 10n
    if (amount === 0n) return []
    left.set(giver.id, (left.get(giver.id) ?? 0n) - amount)
    left.set(taker.id, (left.get(taker.id) ?? 0n) - amount)
    return [held(BigInt(1000 + index), [giver.id, taker.id], amount)]
  })
}

/** Everything a reader sees of a matrix; which allocations make a cell is told when they are saved. */
const seen = ({ cells, columns, rows, applied, open }: Matrix): object => ({
  cells: cells
    .filter(({ amount }) => amount !== 0n)
    .map(({ row, columnItemId, amount }) => `${row} × ${columnItemId} ${amount}`)
    .toSorted(),
  columns: columns.map(
    ({ item, kind, amount, onThisOrder, paidBack, elsewhere, unallocated }) =>
      `${item.id} ${kind} ${amount} ${onThisOrder} ${paidBack} ${elsewhere.amount} ${elsewhere.documents} ${unallocated}`,
  ),
  rows: rows.map(({ key, net, allocated, open: left }) => `${key} ${net} ${allocated} ${left}`),
  applied,
  open,
})

/** The matrix of the ledger as it would be with the wishes, folded as a whole. */
function foldedWhole(
  items: readonly OpenItem[],
  live: readonly Allocation[],
  draft: MatrixDraft,
  wishes: readonly Wish[],
): Matrix {
  const wanted = draft.wanted(wishes)
  const isWanted = (one: Allocation): boolean =>
    wanted.some((cell) => cell.creditItemId === one.creditItemId && cell.debitItemId === one.debitItemId)
  const allocations = [
    ...live.filter((one) => !isWanted(one)),
    ...wanted.map((cell, index) =>
      held(BigInt(2000 + index), [cell.creditItemId, cell.debitItemId], cell.amount),
    ),
  ]
  return matrixOf({ documentId: 1n, items: counted(items, allocations), allocations })
}

const cellsOf = (items: readonly OpenItem[]): { row: string; column: bigint; sign: bigint }[] =>
  items
    .filter((item) => !isCharge(item))
    .filter(({ id, documentId, side }) => side === "credit" || (documentId === 1n && id < 40n))
    .flatMap(({ id, side }) =>
      LINES.map((line) => ({ row: `line:${line}`, column: id, sign: side === "debit" ? -1n : 1n })),
    )

describe("A matrix while amounts move in it", () => {
  it("is what folding the whole ledger gives, change after change", () => {
    const items = itemsOf()
    const places = cellsOf(items)
    let moved = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 10 })), { maxLength: 14 }),
        fc.array(fc.array(fc.tuple(fc.nat(1000), fc.bigInt(0n, 400n)), { maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (tries, changes) => {
          const live = alive(items, tries)
          const draft = new MatrixDraft({
            documentId: 1n,
            items: counted(items, live),
            allocations: live,
            movedAway: new Set(),
          })
          const isFree = ({ row, column }: { row: string; column: bigint }) =>
            draft.lockOf(row, column) === null
          const free = places.filter(isFree)
          for (const change of changes) {
            const wishes = new Map<string, Wish>()
            for (const [which, units] of change) {
              const place = free[which % Math.max(free.length, 1)]
              if (place) wishes.set(`${place.row} ${place.column}`, { ...place, amount: units * place.sign })
            }
            const list = [...wishes.values()]
            moved += list.length
            expect(seen(draft.with(list).matrix)).toEqual(seen(foldedWhole(items, live, draft, list)))
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(moved).toBeGreaterThan(1000)
  })
})
