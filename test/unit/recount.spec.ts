import { lineOrder } from "../../src/modules/reconciliation/domain/allocation/line-order"
import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import {
  openLines,
  paidLines,
  recount,
  unboundPayments,
} from "../../src/modules/reconciliation/domain/instalments/recount"
import { charge, credit, debit, held, instalment, lines, taxes } from "../support/items"

const A = charge(1n, "A", 60n, { allocated: 60n, taxes: taxes(10n), taxesAllocated: [10n] })
const B = charge(2n, "B", 40n)
const money = credit({ id: 9n, kind: "payment", amount: 60n, allocated: 60n })
const lowered = credit({ id: 8n, kind: "adjustment", lineKey: "line:A", amount: 5n, allocated: 5n })
const refund = debit({ id: 7n, kind: "refund", amount: 5n, allocated: 5n })

function recounted(
  items: OpenItem[],
  allocations: Allocation[],
  { countsPaid = true, waiting }: { countsPaid?: boolean; waiting?: ReadonlySet<bigint> } = {},
) {
  return recount({
    waiting,
    items,
    allocations,
    placedAt: "2026-01-01T09:00:00.000Z",
    placedOn: "2026-01-01",
    instalments: [instalment(1, 40n, { pins: lines(["B", 40n]) })],
    countsPaid,
    strategy: lineOrder,
    namesOf: () => [],
    on: "2026-01-20",
  })
}

describe("F12: what own money pays of lines, past what instalments bind", () => {
  it("is no credit of a line, no refund, nothing of another order, and nothing bound", () => {
    const allocations = [
      held(1n, [9n, 1n], 30n),
      held(2n, [9n, 1n], 10n, { instalmentId: 4n }),
      held(3n, [8n, 1n], 5n),
      held(4n, [9n, 7n], 5n),
      held(5n, [77n, 1n], 5n),
      held(6n, [9n, 78n], 5n),
    ]
    const paid = unboundPayments({ items: [A, B, money, lowered, refund], allocations })
    expect(paid.map(({ allocation }) => allocation.id)).toEqual([1n])
  })
})

describe("F12: what a plan for all of an order counts as paid", () => {
  const reversal = debit({ id: 6n, kind: "reversal", key: "rev:9.1", lineKey: "line:A", amount: 25n })
  const paid = [held(1n, [9n, 1n], 60n)]

  it("is what is left of the money, so that with what is open it is no more than the order costs", () => {
    expect(paidLines({ items: [A, B, money, reversal], allocations: paid })).toEqual(lines(["A", 35n]))
    expect(openLines([A, B, money, reversal])).toEqual(lines(["A", 25n], ["B", 40n]))
  })

  it("is nothing of a line whose money is all gone", () => {
    const all = { ...reversal, amount: 60n }
    expect(paidLines({ items: [A, B, money, all], allocations: paid })).toEqual([])
  })
})

describe("F12: what lines have open", () => {
  it("is of all items of a line together, in the order of the lines, those settled among them", () => {
    const dearer = charge(3n, "A", 9n, { position: 5, allocated: 4n })
    const items = [
      charge(4n, "C", 3n, { position: 0 }),
      refund,
      lowered,
      charge(5n, "D", 3n, { lineKey: null }),
    ]
    expect(openLines([dearer, B, A, ...items])).toEqual(lines(["C", 3n], ["B", 40n], ["A", 5n]))
  })
})

describe("F12: a new plan, made when something is paid", () => {
  it("takes back what was paid, with its tax, and puts it by the plan, the rest by the strategy", () => {
    const { releases, proposals } = recounted([A, B, money], [held(1n, [9n, 1n], 60n, { debitTaxes: [10n] })])
    expect(releases.map(({ allocation, rule, on }) => `${allocation.id} ${rule} ${on}`)).toEqual([
      "1 replanned 2026-01-20",
    ])
    expect(
      proposals.map(
        ({ debit: to, amount, rule, debitTaxes }) => `${to.key} ${amount} ${rule} tax ${debitTaxes.join()}`,
      ),
    ).toEqual(["line:B 40 instalment tax ", "line:A 20 line_order tax 3"])
  })

  it("gives back only the tax that an allocation tells of", () => {
    const { proposals } = recounted([A, B, money], [held(1n, [9n, 1n], 60n)])
    expect(proposals.map(({ debitTaxes }) => debitTaxes.join())).toEqual(["", "0"])
  })

  it("leaves money of which a person set something free as that person left it", () => {
    const setFree = { ...money, allocated: 50n }
    const allocations = [held(1n, [9n, 1n], 50n)]
    const waiting = new Set([9n])
    expect(recounted([A, B, setFree], allocations, { waiting })).toEqual({ releases: [], proposals: [] })
    expect(unboundPayments({ items: [A, setFree], allocations, waiting })).toEqual([])
  })

  it("leaves what is paid where the plan is only for what is open", () => {
    const more = { ...money, amount: 70n }
    const { releases, proposals } = recounted([A, B, more], [held(1n, [9n, 1n], 60n)], { countsPaid: false })
    expect(releases).toEqual([])
    expect(proposals.map(({ debit: to, amount, rule }) => `${to.key} ${amount} ${rule}`)).toEqual([
      "line:B 10 instalment",
    ])
  })
})
