import { componentPriority } from "../../src/modules/reconciliation/domain/allocation/component-priority"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { charge, credit, debit, open, taxes } from "../support/items"

const money = (amount: bigint): OpenItem => credit({ id: 90n, kind: "payment", amount })

function paid(amount: bigint, ...owed: OpenItem[]): string[] {
  return componentPriority(["tax", "items"])(open(money(amount)), open(...owed)).map(
    ({ debit: to, amount: part, debitTaxes, rule }) => `${to.id} ${part} tax ${debitTaxes.join("+")} ${rule}`,
  )
}

describe("F15: component priority on items that were paid in part", () => {
  it("pays the tax that is left, rate by rate, then what is left without tax", () => {
    const half = charge(1n, "A", 132n, { allocated: 62n, taxes: taxes(20n, 12n), taxesAllocated: [15n, 5n] })
    expect(paid(100n, half)).toEqual(["1 12 tax 5+7 component_priority", "1 58 tax 0+0 component_priority"])
    expect(paid(6n, half)).toEqual(["1 6 tax 3+3 component_priority"])
  })

  it("asks no tax of an item whose tax is all paid", () => {
    const rest = charge(1n, "A", 120n, { allocated: 20n, taxes: taxes(20n), taxesAllocated: [20n] })
    expect(paid(100n, rest)).toEqual(["1 100 tax 0 component_priority"])
  })

  it("pays no part twice, and leaves alone what is settled", () => {
    const full = charge(1n, "A", 120n, { allocated: 120n, taxes: taxes(20n), taxesAllocated: [20n] })
    expect(paid(500n, full, charge(2n, "B", 60n))).toEqual(["2 60 tax  component_priority"])
  })

  it("pays as a whole what cannot be divided: an item without tax, or one of whose rates some were lowered", () => {
    const mixed = charge(1n, "A", 10n, { taxes: taxes(5n, -3n) })
    const none = charge(2n, "B", 10n, { taxes: taxes(5n, 0n) })
    expect(paid(20n, mixed, none, charge(3n, "C", 7n))).toEqual([
      "1 10 tax 5+-3 component_priority",
      "2 10 tax 5+0 component_priority",
    ])
  })

  it("takes fees, shipping and items for what they are; an order's rounding is an item", () => {
    const owed = [
      debit({ id: 1n, kind: "shipping", key: "ship:1", lineKey: "ship:1", amount: 10n }),
      debit({ id: 2n, kind: "fee", key: "fee:1", lineKey: "ship:fee", amount: 10n }),
      debit({ id: 3n, kind: "rounding", key: "round:1", amount: 10n }),
      debit({ id: 4n, kind: "adjustment", key: "line:ship:1", lineKey: "line:ship:1", amount: 10n }),
    ]
    expect(paid(40n, ...owed).map((line) => line.split(" ")[0])).toEqual(["3", "4", "2", "1"])
  })

  it("uses money in the order in which it came, each for every component", () => {
    const early = { ...money(25n), id: 91n, occurredAt: "2025-12-31T09:00:00.000Z" }
    const plan = componentPriority([])(
      open(money(95n), early),
      open(charge(1n, "A", 120n, { taxes: taxes(20n) })),
    )
    expect(plan.map(({ credit: from, amount }) => `${from.id} ${amount}`)).toEqual(["91 20", "91 5", "90 95"])
  })
})
