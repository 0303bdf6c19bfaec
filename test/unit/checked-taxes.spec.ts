import {
  boundReleases,
  violationsOfLedger,
  violationsOfPlan,
} from "../../src/modules/reconciliation/domain/allocation/invariants"
import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import type { Release } from "../../src/modules/reconciliation/domain/allocation/release"
import { charge, credit, taxes } from "../support/items"

type Taken = [amount: bigint, taxes: bigint[]]

/** What is wrong with an item, when these allocations are its live ones. */
function wrong(item: OpenItem, ...taken: Taken[]): string[] {
  const live = taken.map(([amount, debitTaxes]) => ({
    creditItemId: 9n,
    debitItemId: item.id,
    amount,
    creditTaxes: [],
    debitTaxes,
  }))
  return violationsOfLedger([item], live).map(
    ({ code, ids, detail }) => `${ids["item_id"]} ${code}: ${detail}`,
  )
}

describe("The tax of a ledger is checked against its rows", () => {
  const half = charge(1n, "A", 120n, { allocated: 60n, taxes: taxes(20n, 6n), taxesAllocated: [10n, 3n] })

  it("and is right when each rate's counter is the sum of its allocations", () => {
    expect(wrong(half, [60n, [10n, 3n]])).toEqual([])
    expect(wrong(half, [50n, [8n, 3n]], [10n, [2n, 0n]])).toEqual([])
    expect(wrong(half, [50n, [10n, 3n]], [10n, []])).toEqual([])
  })

  it("and is wrong when one rate drifted, or when all is allocated but not all tax", () => {
    expect(wrong(half, [60n, [10n, 2n]])).toEqual([
      "1 tax_drifted: line:A counts 3 of tax 1, its rows sum to 2",
    ])
    expect(wrong({ ...half, taxesAllocated: [10n] }, [60n, [10n, 0n]])).toEqual([])
    const full = { ...half, allocated: 120n, taxesAllocated: [20n, 5n] }
    expect(wrong(full, [120n, [20n, 5n]])).toEqual([
      "1 tax_left: line:A is allocated with 5 of its 6 of tax 1",
    ])
    expect(wrong({ ...full, taxesAllocated: [20n, 6n] }, [120n, [20n, 6n]])).toEqual([])
  })

  it("and is wrong when an allocation holds more tax than money, or tax below nothing", () => {
    const little = { ...half, allocated: 9n, taxesAllocated: [8n, 2n] }
    expect(wrong(little, [9n, [8n, 2n]])).toEqual(["1 tax_out_of_bounds: line:A has 8 + 2 of tax in 9"])
    expect(wrong({ ...little, allocated: 10n }, [10n, [8n, 2n]])).toEqual([])
    const below = { ...half, allocated: 60n, taxesAllocated: [10n, -1n] }
    expect(wrong(below, [60n, [10n, -1n]])).toEqual(["1 tax_out_of_bounds: line:A has 10 + -1 of tax in 60"])
    expect(wrong({ ...half, taxesAllocated: [10n, 0n] }, [60n, [10n, 0n]])).toEqual([])
  })

  it("within all that an item is worth, which may be nothing but tax", () => {
    const allTax = charge(1n, "A", 20n, { allocated: 5n, taxes: taxes(20n), taxesAllocated: [6n] })
    expect(wrong(allTax, [5n, [6n]])).toEqual(["1 tax_out_of_bounds: line:A has 6 of tax in 5"])
    const none = charge(1n, "A", 20n, { allocated: 5n, taxes: taxes(0n), taxesAllocated: [6n] })
    expect(wrong(none, [5n, [6n]])).toEqual(["1 tax_out_of_bounds: line:A has 6 of tax in 5"])
  })

  it("but in no adjustment that lowers one rate and raises another, or has more tax than worth", () => {
    const mixed = charge(1n, "A", 10n, { allocated: 5n, taxes: taxes(12n, -4n), taxesAllocated: [6n, -2n] })
    expect(wrong(mixed, [5n, [6n, -2n]])).toEqual([])
    const more = charge(1n, "A", 10n, { allocated: 5n, taxes: taxes(12n), taxesAllocated: [6n] })
    expect(wrong(more, [5n, [6n]])).toEqual([])
  })
})

describe("Releases are checked", () => {
  const from = credit({ id: 9n, kind: "payment", amount: 60n, allocated: 60n })
  const to = charge(1n, "A", 60n, { allocated: 60n })
  const allocation: Allocation = {
    id: 5n,
    creditItemId: 9n,
    debitItemId: 1n,
    amount: 60n,
    origin: "auto",
    rule: "line_order",
    step: 1,
    creditOpenBefore: 60n,
    debitOpenBefore: 60n,
    creditTaxes: [],
    debitTaxes: [],
    instalmentId: null,
    releases: null,
    accountingOn: "2026-01-01",
    recordedAt: "2026-01-01T09:00:00.000Z",
  }
  const release: Release = { allocation, credit: from, debit: to, rule: "manual", on: "2026-01-02" }
  const twice = { code: "released_twice", ids: { allocation_id: "5" }, detail: "allocation 5 is not live" }
  const proposal = {
    credit: from,
    debit: to,
    amount: 60n,
    rule: "manual",
    creditOpenBefore: 60n,
    debitOpenBefore: 60n,
    creditTaxes: [],
    debitTaxes: [],
    instalmentId: null,
  }

  it("and are right when what they free is put again, and no more", () => {
    expect(violationsOfPlan([proposal], [release])).toEqual([])
    expect(violationsOfPlan([{ ...proposal, amount: 61n }], [release])).toEqual([
      { code: "over_allocated", ids: { item_id: "9" }, detail: "cap:9 has 0 open and the plan takes 1" },
      { code: "over_allocated", ids: { item_id: "1" }, detail: "line:A has 0 open and the plan takes 1" },
    ])
  })

  it("and are wrong when an allocation is released twice, or is a release itself", () => {
    expect(violationsOfPlan([], [release, release])).toEqual([twice])
    expect(violationsOfPlan([], [{ ...release, allocation: { ...allocation, releases: 4n } }])).toEqual([
      twice,
    ])
  })

  it("and name the pair that is wrong", () => {
    expect(violationsOfPlan([{ ...proposal, amount: 0n }])[0]?.ids).toEqual({
      credit_item_id: "9",
      debit_item_id: "1",
    })
  })

  it("and tell which of them only a plan of payments may make", () => {
    const bound = { ...release, allocation: { ...allocation, instalmentId: 3n } }
    expect(boundReleases([release, bound])).toEqual([bound])
  })
})
