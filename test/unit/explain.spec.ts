import { because } from "../../src/modules/reconciliation/domain/planner/explain"
import {
  violationsOfLedger,
  violationsOfPlan,
} from "../../src/modules/reconciliation/domain/allocation/invariants"
import { settingsOf } from "../../src/modules/reconciliation/settings/options"
import { candidateOf } from "../support/planner"

describe("F18: an allocation explains itself", () => {
  const step = { rule: "line_order", credit: "Payment cap_1", debit: "Boots" }

  it("when it settles a line", () => {
    expect(because({ ...step, amount: 7500n, creditOpenBefore: 10000n, debitOpenBefore: 7500n }, 2)).toBe(
      '75.00 from "Payment cap_1": money fills the lines in the order\'s own order, first to last; "Boots" had 75.00 open and is now settled.',
    )
  })

  it.each([
    ["line_order", "; later lines wait for the next payment"],
    ["oldest_first", "; later lines and orders wait for the next payment"],
    ["due_date", "; what falls due later waits for the next payment"],
    ["own_line", ""],
    ["pinned", ""],
  ])("when the money runs out by %s", (rule, waiting) => {
    const text = because({ ...step, rule, amount: 2500n, creditOpenBefore: 2500n, debitOpenBefore: 7500n }, 2)
    expect(text).toMatch(/^25\.00 from "Payment cap_1": /)
    expect(text.endsWith(`; "Boots" had 75.00 open, but only 25.00 was left${waiting}.`)).toBe(true)
  })

  it("when it is a share, the last one too", () => {
    const shared = { ...step, rule: "pro_rata", amount: 2500n, debitOpenBefore: 7500n }
    const text =
      '25.00 from "Payment cap_1": the money is shared in proportion to what each line has open; "Boots" had 75.00 open, and its share of "Payment cap_1" is 25.00.'
    expect(because({ ...shared, creditOpenBefore: 10000n }, 2)).toBe(text)
    expect(because({ ...shared, creditOpenBefore: 2500n }, 2)).toBe(text)
  })

  it("when a part of the money was reserved", () => {
    expect(
      because(
        { ...step, rule: "pinned", amount: 2000n, creditOpenBefore: 10000n, debitOpenBefore: 7500n },
        2,
      ),
    ).toBe(
      '20.00 from "Payment cap_1": this amount was reserved for this line; "Boots" had 75.00 open, and its share of "Payment cap_1" is 20.00.',
    )
  })

  it("by the rule's name when it has no sentence", () => {
    expect(
      because({ ...step, rule: "own_strategy", amount: 1n, creditOpenBefore: 1n, debitOpenBefore: 1n }, 0),
    ).toBe(
      `1 from "Payment cap_1": the store's own rule "own_strategy" chose it; "Boots" had 1 open and is now settled.`,
    )
  })
})

describe("A plan is checked apart from how it was made", () => {
  const { item: credit } = candidateOf({ id: 1n, side: "credit", name: "cap", amount: 100n, day: 1 })
  const { item: debit } = candidateOf({ id: 2n, side: "debit", name: "A", amount: 60n, day: 1, order: 1 })
  const proposal = {
    credit,
    debit,
    amount: 60n,
    rule: "line_order",
    creditOpenBefore: 100n,
    debitOpenBefore: 60n,
    creditTaxes: [],
    debitTaxes: [],
    instalmentId: null,
  }
  const detailsOf = (...proposals: (typeof proposal)[]): string[] =>
    violationsOfPlan(proposals).map(({ code, detail }) => `${code}: ${detail}`)

  it("and is right when nothing takes more than is open", () => {
    expect(detailsOf(proposal)).toEqual([])
  })

  it("and is wrong when an item takes more than it has open", () => {
    expect(detailsOf({ ...proposal, amount: 61n })).toEqual([
      "over_allocated: A has 60 open and the plan takes 61",
    ])
    expect(detailsOf(proposal, { ...proposal, amount: 1n })).toEqual([
      "over_allocated: A has 60 open and the plan takes 61",
    ])
  })

  it("and is wrong when an amount is not above zero", () => {
    expect(detailsOf({ ...proposal, amount: 0n })).toEqual(["allocation_not_positive: 0 is not above zero"])
  })

  it("and is wrong when the sides are swapped", () => {
    expect(detailsOf({ ...proposal, credit: debit, debit: credit })).toEqual([
      "sides_swapped: debit was put on credit",
    ])
  })
})

describe("A ledger is checked against its rows", () => {
  const { item } = candidateOf({ id: 1n, side: "credit", name: "cap", amount: 100n, day: 1 })
  const untaxed = { creditTaxes: [], debitTaxes: [] }
  const live = [{ creditItemId: 1n, debitItemId: 2n, amount: 60n, ...untaxed }]

  it("and is wrong when a counter is not the sum of its allocations", () => {
    expect(violationsOfLedger([{ ...item, allocated: 60n }], live)).toEqual([])
    expect(violationsOfLedger([{ ...item, allocated: 50n }], live)).toEqual([
      { code: "counter_drifted", ids: { item_id: "1" }, detail: "cap counts 50, its rows sum to 60" },
    ])
  })

  it("and is wrong when an item has more allocated than it is worth", () => {
    expect(violationsOfLedger([{ ...item, amount: 50n, allocated: 60n }], live)).toEqual([
      { code: "over_allocated", ids: { item_id: "1" }, detail: "cap of 50 has 60 allocated" },
    ])
  })

  const vat = { code: "vat", rate: "20", amount: 20n }
  const taxed = { ...item, allocated: 60n, taxes: [vat], taxesAllocated: [12n] }
  const codesOf = (creditTaxes: bigint[], changed: Partial<typeof taxed> = {}, amount = 60n): string[] =>
    violationsOfLedger(
      [{ ...taxed, ...changed }],
      [{ creditItemId: 1n, debitItemId: 2n, amount, creditTaxes, debitTaxes: [] }],
    ).map(({ code }) => code)

  it("and is wrong when tax is lost, left behind, or out of the bounds of its amount", () => {
    expect(codesOf([12n])).toEqual([])
    expect(codesOf([11n])).toEqual(["tax_drifted"])
    expect(codesOf([12n], { amount: 60n })).toEqual(["tax_left"])
    expect(codesOf([-1n], { taxesAllocated: [-1n] })).toEqual(["tax_out_of_bounds"])
    expect(codesOf([4n], { taxesAllocated: [4n], allocated: 3n }, 3n)).toEqual(["tax_out_of_bounds"])
  })
})

describe("The options of a store", () => {
  it("have a default each", () => {
    expect(settingsOf()).toMatchObject({
      strategy: "line_order",
      unappliedMoney: "checkout_only",
      timeZone: "UTC",
    })
  })

  it("are refused at boot with what they may be", () => {
    expect(() => settingsOf({ strategy: "newest" })).toThrow(
      'medusa-plugin-reconciliation: option strategy is "newest"; it may be line_order, oldest_first, due_date, pro_rata, component_priority, exact_match.',
    )
    expect(() => settingsOf({ unappliedMoney: "guess" as "exact_match" })).toThrow(
      'medusa-plugin-reconciliation: option unappliedMoney is "guess"; it may be checkout_only, exact_match, oldest_first.',
    )
    expect(() => settingsOf({ creditOfOrders: "kept" as "offered" })).toThrow(
      'medusa-plugin-reconciliation: option creditOfOrders is "kept"; it may be offered, applied.',
    )
    expect(() => settingsOf({ timeZone: "Mars/Olympus" })).toThrow(
      'medusa-plugin-reconciliation: option timeZone is "Mars/Olympus"; use an IANA name such as "Europe/Paris".',
    )
  })
})
