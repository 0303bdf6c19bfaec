import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { takenBackOf } from "../../src/modules/reconciliation/domain/instalments/taken-back"
import { charge, credit, debit, held } from "../support/items"

const A = charge(1n, "A", 100n)
const money = credit({ id: 2n, kind: "payment", key: "cap:1", reference: "1", amount: 100n })
const onA = held(1n, [2n, 1n], 100n)

/** What was taken back of each allocation that pays A. */
function taken(items: OpenItem[], allocations: Allocation[]): string[] {
  const all = [A, ...items]
  const paid = allocations.flatMap((allocation) => {
    const found = all.find(({ id }) => id === allocation.creditItemId)
    const line = all.find(({ id }) => id === allocation.debitItemId)
    return found && line && line.kind === "charge" ? [{ allocation, credit: found, debit: line }] : []
  })
  const ofA = new Set(paid.flatMap(({ allocation, debit: { id } }) => (id === A.id ? [allocation.id] : [])))
  return [...takenBackOf(paid, { items: all, allocations })].flatMap(([id, amount]) =>
    ofA.has(id) ? [`${id} ${amount}`] : [],
  )
}

const voided = debit({ id: 3n, kind: "void", key: "cap:1", sequence: 2, reference: "1", amount: 100n })
const known = credit({ id: 4n, kind: "reversal", key: "rev:2.void", reference: "1", amount: 40n })

describe("What was taken back of a payment", () => {
  it("is what a void took, as far as the money had settled something", () => {
    expect(taken([money, voided], [onA])).toEqual(["1 100"])
    expect(taken([money, voided], [held(1n, [2n, 1n], 70n), held(2n, [2n, 3n], 30n)])).toEqual(["1 70"])
  })

  it("is nothing once the host shows the money again", () => {
    const again = credit({ id: 5n, kind: "payment", key: "cap:1", sequence: 3, amount: 100n })
    expect(taken([money, voided, again], [onA, held(2n, [5n, 3n], 100n)])).toEqual([])
  })

  it("is once what was reversed and then voided", () => {
    const again = credit({ id: 5n, kind: "payment", key: "cap:1", sequence: 3, amount: 60n })
    const reversal = debit({ id: 6n, kind: "reversal", key: "rev:2.1", lineKey: "line:A", amount: 40n })
    const settled = [held(2n, [4n, 3n], 40n), held(3n, [5n, 3n], 60n)]
    expect(taken([money, voided, known, again, reversal], [onA, ...settled])).toEqual(["1 40"])
  })

  it("is what money that the host had shown by itself paid, when the host takes that back", () => {
    const back = debit({ id: 5n, kind: "reversal", key: "rev:2.void", sequence: 2, amount: 40n })
    expect(taken([money, known, back], [held(1n, [4n, 1n], 40n)])).toEqual(["1 40"])
  })

  it("is the same in another account, where the money and its void go on", () => {
    const moved = credit({ id: 5n, kind: "payment", key: "move:in:cap:1#1", amount: 60n })
    const void2 = { ...voided, id: 6n, key: "move:in:cap:1#2", amount: 50n }
    expect(taken([money, moved, voided, void2], [held(1n, [5n, 1n], 60n)])).toEqual(["1 60"])
    const less = { ...voided, amount: 50n }
    expect(taken([money, moved, less, void2], [held(1n, [5n, 1n], 60n)])).toEqual(["1 50"])
  })

  it("is of the line that owes it again, or of one whose credit has carried the money there", () => {
    const B = charge(7n, "B", 100n)
    const reversal = debit({ id: 5n, kind: "reversal", key: "rev:2.1", lineKey: "line:B", amount: 40n })
    expect(taken([money, reversal, B], [held(1n, [2n, 1n], 60n), held(2n, [2n, 7n], 40n)])).toEqual([])
    expect(taken([money, reversal], [onA])).toEqual(["1 40"])
  })

  it("is nothing of another payment", () => {
    const other = credit({ id: 6n, kind: "payment", key: "cap:2", amount: 100n })
    expect(taken([money, other, voided], [held(1n, [6n, 1n], 100n)])).toEqual([])
  })
})
