import fc from "fast-check"
import type { NextStep } from "../../src/admin/features/order/next-step"
import { minorUnitsOf } from "../../src/modules/reconciliation/domain/money"
import type { Wish } from "../../src/modules/reconciliation/domain/order/draft"
import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import type { EditedCell, OrderReconciliation } from "../../src/types/http"
import { charge, held, instalment, lines } from "../support/items"
import { A, B, cash, ledger, stepOf, told } from "../support/steps"

describe("Money on no item, and items that it would fill", () => {
  it("is placed in line order, and said to be exact where it is just what is missing", () => {
    const { step } = stepOf(ledger([A, B, cash(3n, 2695n)]))
    expect(step).toMatchObject({
      kind: "place",
      amount: "26.95",
      missing: "26.95",
      isExact: true,
      money: { amount: "26.95", count: 1, first: { id: "3", method: "cash", occurred_on: "2026-01-26" } },
      items: [{ key: "line:A" }, { key: "line:B" }],
      cells: [
        { row: "line:A", column: "3", amount: "14.20" },
        { row: "line:B", column: "3", amount: "12.75" },
      ],
    })
  })

  it.each<[string, bigint, Partial<NextStep>]>([
    ["too little", 1500n, { amount: "15.00", missing: "26.95", isExact: false } as Partial<NextStep>],
    ["too much", 5000n, { amount: "26.95", missing: "26.95", isExact: false } as Partial<NextStep>],
  ])("is placed as far as it goes where it is %s", (_, amount, facts) => {
    expect(stepOf(ledger([A, B, cash(3n, amount)])).step).toMatchObject({ kind: "place", ...facts })
  })

  it("adds to what a cell holds, and counts payments that are used", () => {
    const order = ledger([A, B, cash(3n, 1000n), cash(4n, 1695n)], [held(9n, [3n, 1n], 400n)])
    expect(stepOf(order).step).toMatchObject({
      kind: "place",
      amount: "22.95",
      money: { amount: "22.95", count: 2, first: { id: "3" } },
      cells: [
        { row: "line:A", column: "3", amount: "10.00" },
        { row: "line:A", column: "4", amount: "4.20" },
        { row: "line:B", column: "4", amount: "12.75" },
      ],
    })
  })

  it("never goes where planned payments are kept: then it is money with nothing to pay", () => {
    const plan = { instalments: [instalment(1, 1000n, { pins: lines(["A", 1000n]) })] }
    expect(stepOf(ledger([A, B, cash(3n, 5000n)], [], plan)).step).toMatchObject({
      kind: "place",
      amount: "16.95",
      cells: [
        { row: "line:A", column: "3", amount: "4.20" },
        { row: "line:B", column: "3", amount: "12.75" },
      ],
    })
    const all = { instalments: [instalment(1, 2695n)] }
    expect(told(stepOf(ledger([A, B, cash(3n, 5000n)], [], all)).step)).toBe(
      "surplus 50.00 of payment, planned",
    )
  })

  it("names no cell that stays as it is, where a payment gives an item just what it lacks", () => {
    const plan = { instalments: [instalment(1, 1000n, { pins: lines(["A", 1000n]) })] }
    expect(stepOf(ledger([A, B, cash(3n, 420n), cash(4n, 2000n)], [], plan)).step).toMatchObject({
      kind: "place",
      cells: [
        { row: "line:A", column: "3", amount: "4.20" },
        { row: "line:B", column: "4", amount: "12.75" },
      ],
    })
  })

  it("is asked of a draft, and nothing is left to ask once the draft holds it", () => {
    const order = ledger([A, B, cash(3n, 2695n)])
    const wishes = [{ row: "line:A", column: 3n, amount: 1000n }]
    const { step } = stepOf(order, { wishes })
    expect(step).toMatchObject({
      kind: "place",
      cells: [
        { row: "line:A", column: "3", amount: "14.20" },
        { row: "line:B", column: "3", amount: "12.75" },
      ],
    })
    if (step.kind !== "place") throw new Error("no money is placed")
    expect(stepOf(order, { wishes: wishesOf(step.cells, order) }).step.kind).toBe("done")
  })

  it("may lie on the customer's account; there it asks nothing of an order that is paid", () => {
    const onAccount = { documentId: null, kind: "deposit" } as const
    const deposit = { ...cash(3n, 5000n), ...onAccount }
    expect(stepOf(ledger([A, B, deposit], [held(9n, [3n, 1n], 1420n)])).step).toMatchObject({
      kind: "place",
      cells: [{ row: "line:B", column: "3", amount: "12.75" }],
    })
    const paid = [held(9n, [3n, 1n], 1420n), held(10n, [3n, 2n], 1275n)]
    expect(stepOf(ledger([A, B, deposit], paid)).step).toMatchObject({
      kind: "done",
      idle: { amount: "23.05", count: 1, first: { id: "3" } },
    })
  })

  it("is written with the digits of its currency", () => {
    const yen = ledger([charge(1n, "A", 4880n), cash(3n, 4880n)], [], { digits: 0 })
    expect(stepOf(yen).step).toMatchObject({ amount: "4880", cells: [{ amount: "4880" }], isExact: true })
  })

  it("is placed without anything being too much, whatever stands and is planned", () => {
    const seen = { placed: 0, planned: 0 }
    const amount = fc.bigInt({ min: 1n, max: 900n })
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 4 }),
        fc.array(amount, { minLength: 1, maxLength: 3 }),
        fc.array(amount, { maxLength: 2 }),
        fc.array(fc.record({ row: fc.nat(3), money: fc.nat(2), amount }), { maxLength: 4 }),
        (owed, paid, planned, held_) => {
          const charges = owed.map((one, index) => charge(BigInt(index + 1), `L${index}`, one))
          const money = paid.map((one, index) => cash(BigInt(index + 11), one))
          const order = ledger([...charges, ...money], fitting(held_, charges, money), {
            instalments: planned.map((one, index) => instalment(index + 1, one)),
          })
          const { step, maker } = stepOf(order)
          if (step.kind !== "place") return
          const [before, after] = [maker.sheet([]), maker.sheet(wishesOf(step.cells, order))]
          expect(after.excess).toEqual({ rows: new Map(), columns: new Map() })
          expect(after.sums.planned).toBe(before.sums.planned)
          for (const { row, column, amount: units } of wishesOf(step.cells, order))
            expect(units).toBeGreaterThan(maker.draft.shownAt(row, column))
          const placed = minorUnitsOf(step.amount, 2)
          expect(after.sums.paid - before.sums.paid).toBe(placed)
          expect(before.sums.unallocatedRows).toBe(placed)
          expect(after.sums.unallocatedRows).toBe(0n)
          seen.placed += 1
          if (before.sums.planned > 0n) seen.planned += 1
        },
      ),
      { numRuns: 400, seed: 3 },
    )
    expect(seen.placed).toBeGreaterThan(100)
    expect(seen.planned).toBeGreaterThan(50)
  })
})

function wishesOf(cells: readonly EditedCell[], { digits }: OrderReconciliation): Wish[] {
  return cells.map(({ row, column, amount }) => ({
    row,
    column: BigInt(column),
    amount: minorUnitsOf(amount, digits),
  }))
}

/** Of some wanted allocations, what the items have room for. */
function fitting(
  wanted: readonly { row: number; money: number; amount: bigint }[],
  charges: readonly OpenItem[],
  money: readonly OpenItem[],
): Allocation[] {
  const room = new Map([...charges, ...money].map(({ id, amount }) => [id, amount]))
  return wanted.flatMap(({ row, money: from, amount }, index) => {
    const pair = [money[from % money.length]?.id ?? 0n, charges[row % charges.length]?.id ?? 0n] as const
    const part = pair.reduce(
      (least, id) => ((room.get(id) ?? 0n) < least ? (room.get(id) ?? 0n) : least),
      amount,
    )
    if (part === 0n) return []
    for (const id of pair) room.set(id, (room.get(id) ?? 0n) - part)
    return [held(BigInt(index + 100), [...pair], part)]
  })
}
