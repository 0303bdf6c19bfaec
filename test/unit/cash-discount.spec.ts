import type { Candidate } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { candidateOf } from "../../src/modules/reconciliation/domain/allocation/candidate"
import { put } from "../../src/modules/reconciliation/domain/allocation/fill"
import { violationsOfPlan } from "../../src/modules/reconciliation/domain/allocation/invariants"
import type { TaxPart } from "../../src/modules/reconciliation/domain/open-item"
import {
  planCashDiscount,
  planUndoOfPart,
} from "../../src/modules/reconciliation/domain/write-offs/cash-discount"
import { charge, credit, open } from "../support/items"

const vat = (rate: string, amount: bigint): TaxPart => ({ code: `vat${rate}`, rate, amount })

/** Goods of 96.00 with 16.00 at 20 %, and books of 63.30 with 3.30 at 5.5 %. */
const goods = () => charge(1n, "A", 9600n, { taxes: [vat("20", 1600n)], taxesAllocated: [0n] })
const books = () => charge(2n, "B", 6330n, { taxes: [vat("5.5", 330n)], taxesAllocated: [0n] })

const discount = {
  id: "d1",
  documentId: 7n,
  occurredAt: "2026-03-04T12:00:00.000Z",
  occurredOn: "2026-03-04",
}
const on = (among: readonly Candidate[], amount: bigint, firstId?: bigint) =>
  planCashDiscount(
    amount,
    among.map((debit) => ({ debit, weight: debit.open })),
    { ...discount, glAccount: "665000", ...(firstId !== undefined && { firstId }) },
  )

describe("F19: a cash discount", () => {
  it("is shared among the lines by what each has open, one credit each, with the tax of that part", () => {
    // 2 % of 159.30 is 3.19: 1.92 of the goods, 1.27 of the books.
    const { items, proposals } = on(open(goods(), books()), 319n)
    expect(
      items.map(({ id, key, lineKey, amount, allocated }) => [id, key, lineKey, amount, allocated]),
    ).toEqual([
      [-1n, "disc:d1.1", "line:A", 192n, 192n],
      [-2n, "disc:d1.2", "line:B", 127n, 127n],
    ])
    expect(items.map(({ taxes }) => taxes)).toEqual([[vat("20", 32n)], [vat("5.5", 7n)]])
    expect(proposals.map(({ debitTaxes, creditTaxes, rule }) => [debitTaxes, creditTaxes, rule])).toEqual([
      [[32n], [32n], "cash_discount"],
      [[7n], [7n], "cash_discount"],
    ])
    expect(items[0]).toMatchObject({
      kind: "cash_discount",
      side: "credit",
      glAccount: "665000",
      documentId: 7n,
    })
  })

  it("leaves the money of its change the tax that is left, to the cent", () => {
    const debits = open(goods(), books())
    const { items, proposals } = on(debits, 319n)
    const money = credit({ id: 9n, kind: "deposit", amount: 15_611n })
    const payer = candidateOf(money, { placedAt: money.occurredAt, placedOn: money.occurredOn })
    const paid = debits.map((debit) => put(payer, debit, { amount: debit.open, rule: "line_order" }))
    expect(paid.map(({ amount, debitTaxes }) => [amount, debitTaxes])).toEqual([
      [9408n, [1568n]],
      [6203n, [323n]],
    ])
    expect(items).toHaveLength(2)
    expect(violationsOfPlan([...proposals, ...paid])).toEqual([])
  })

  it.each([
    ["the largest remainder", [100n, 100n, 100n], 100n, [34n, 33n, 33n]],
    ["what a line has open, not what it costs", [100n, 50n, 0n], 15n, [10n, 5n]],
    ["nothing of a line too small for a part", [1000n, 1n], 10n, [10n]],
    ["all of it, when all is granted", [7n, 3n], 10n, [7n, 3n]],
  ] as [string, bigint[], bigint, bigint[]][])("is parted by %s", (_, lines, amount, parts) => {
    const among = open(
      ...lines.map((rest, index) =>
        charge(BigInt(index + 1), "ABC"[index] ?? "D", 1000n, { allocated: 1000n - rest }),
      ),
    )
    const { items } = on(among, amount)
    expect(items.map((item) => item.amount)).toEqual(parts)
  })

  it("takes its part of a tax of which allocations have taken some, and stands after other items of its change", () => {
    const half = charge(1n, "A", 1200n, { allocated: 601n, taxes: [vat("20", 200n)], taxesAllocated: [100n] })
    const { items, proposals } = on(open(half), 59n, -2n)
    expect(items[0]).toMatchObject({ id: -2n, taxes: [vat("20", 10n)] })
    expect(proposals[0]?.debitTaxes).toEqual([10n])
  })

  it("is undone part by part: a counter item under the same key, with the same tax, stands against it", () => {
    const [part] = on(open(goods()), 192n).items
    if (!part) throw new Error("there is a part")
    const freed = { ...open(part)[0], item: { ...part, id: 40n }, open: 192n, taxed: [0n] } as Candidate
    const { item, proposal } = planUndoOfPart(freed, {
      firstId: -1n,
      occurredAt: "2026-03-09T12:00:00.000Z",
      occurredOn: "2026-03-09",
    })
    expect(item).toMatchObject({
      side: "debit",
      key: "disc:d1.1",
      sequence: 2,
      amount: 192n,
      allocated: 192n,
    })
    expect(item.taxesAllocated).toEqual([32n])
    expect(proposal).toMatchObject({
      amount: 192n,
      rule: "write_off_undone",
      creditTaxes: [32n],
      debitTaxes: [32n],
    })
  })
})
