import { dearestFirst } from "../../examples/own-strategy/dearest-first"
import { componentPriority } from "../../src/modules/reconciliation/domain/allocation/component-priority"
import { ownStrategy } from "../../src/modules/reconciliation/domain/allocation/own-strategy"
import { settingsOf } from "../../src/modules/reconciliation/settings/options"
import { StrategyRegister } from "../../src/modules/reconciliation/settings/strategies"
import { candidateOf, runPlan } from "../support/planner"

describe("F15: a store's own strategy", () => {
  it("pays what is worth most first, as the example does", () => {
    runPlan(
      ownStrategy("dearest_first", dearestFirst),
      `
      #owed
      1/A 20 d1
      1/B 75 d1
      1/C 60 d1
      #money
      card 100 d2
      #applied
      card → 1/B 75 dearest_first
      card → 1/C 25 dearest_first
      #left
      `,
    )
  })

  it("gives the same shares whatever the order of the items, as the example does", () => {
    const owed = (id: bigint, name: string, day: number, position: number) =>
      candidateOf({ id, side: "debit", name, amount: 40n, day, order: 1, position })
    const debits = [owed(1n, "C", 1, 1), owed(2n, "B", 1, 2), owed(3n, "A", 1, 2), owed(4n, "D", 2, 0)]
    const came = (id: bigint, name: string, day: number) =>
      candidateOf({ id, side: "credit", name, amount: 50n, day })
    const credits = [came(5n, "late", 4), came(6n, "card", 3), came(7n, "bank", 3)]
    const shares = (money: typeof credits, lines: typeof debits) =>
      ownStrategy("mine", dearestFirst)(
        money.map((one) => ({ ...one })),
        lines.map((one) => ({ ...one })),
      ).map(({ credit, debit, amount }) => `${credit.key} → ${debit.key} ${amount}`)
    const expected = [
      "bank → C 40",
      "bank → A 10",
      "card → A 30",
      "card → B 20",
      "late → B 20",
      "late → D 30",
    ]
    expect(shares(credits, debits)).toEqual(expected)
    expect(shares(credits.toReversed(), debits.toReversed())).toEqual(expected)
  })

  const credit = candidateOf({ id: 1n, side: "credit", name: "card", amount: 100n, day: 2 })
  const debit = candidateOf({ id: 2n, side: "debit", name: "A", amount: 60n, day: 1, order: 1 })

  it.each([
    ["takes more than the debit has open", { credit: "1", debit: "2", amount: 61n }],
    ["takes more than the credit has open", { credit: "1", debit: "2", amount: 101n }],
    ["allocates nothing", { credit: "1", debit: "2", amount: 0n }],
    ["answers with a number", { credit: "1", debit: "2", amount: 5 as unknown as bigint }],
    ["names an item it was not given", { credit: "1", debit: "7", amount: 1n }],
    ["swaps the sides", { credit: "2", debit: "1", amount: 1n }],
  ])("refuses the plan when it %s", (_, share) => {
    const strategy = ownStrategy("mine", () => [share])
    expect(() => strategy([{ ...credit }], [{ ...debit }])).toThrow(
      expect.objectContaining({ code: "strategy_broken" }),
    )
  })

  it.each([
    [{ credit: "1", debit: "7", amount: 1n }, "put 1 of 1 on 7, which names an item that it was not given."],
    [
      { credit: "1", debit: "2", amount: 0n },
      "put 0 of 1 on 2, which is no amount of minor units above zero.",
    ],
    [{ credit: "1", debit: "2", amount: 61n }, "put 61 of 1 on 2, which takes more than is open."],
  ])("is told what was wrong: %p", (share, what) => {
    const strategy = ownStrategy("mine", () => [share])
    expect(() => strategy([{ ...credit }], [{ ...debit }])).toThrow(
      expect.objectContaining({
        type: "unexpected_state",
        message: `The store's own strategy "mine" ${what}`,
        ids: { strategy: "mine", credit_item_id: share.credit, debit_item_id: share.debit },
        remedy: expect.stringContaining("Nothing was changed.") as string,
      }),
    )
  })

  it("may not take more of a credit than it has, whatever the debit has open", () => {
    const strategy = ownStrategy("mine", () => [{ credit: "1", debit: "2", amount: 51n }])
    expect(() => strategy([{ ...credit, open: 50n }], [{ ...debit }])).toThrow("takes more than is open")
  })

  it("is told the order of what is owed, and none for money on account", () => {
    const seen: (string | null)[] = []
    const strategy = ownStrategy("mine", (credits, debits) => {
      seen.push(...[...credits, ...debits].map(({ order }) => order))
      return []
    })
    strategy([{ ...credit }], [{ ...debit }])
    expect(seen).toEqual([null, "1"])
  })

  it("sees copies, so it cannot allocate by itself", () => {
    const strategy = ownStrategy("mine", (_, [line]) => {
      Object.assign(line ?? {}, { open: 0n })
      return []
    })
    const open = { ...debit }
    strategy([{ ...credit }], [open])
    expect(open.open).toBe(60n)
  })
})

describe("F15: which strategy holds", () => {
  const register = new StrategyRegister(
    settingsOf({
      strategy: "pro_rata",
      strategies: { dearest_first: dearestFirst },
      salesChannelStrategies: { sc_1: "dearest_first" },
    }),
  )

  it.each([
    ["the call's, when it names one", "line_order", "sc_1", "line_order"],
    ["else the sales channel's", undefined, "sc_1", "dearest_first"],
    ["else the store's", undefined, "sc_2", "pro_rata"],
    ["also when the order has no sales channel", undefined, null, "pro_rata"],
  ])("is %s", (_, asked, channel, name) => {
    expect(register.forOrder(asked, channel).name).toBe(name)
  })

  it("refuses one that nobody registered, and says which there are", () => {
    expect(() => register.forOrder("cheapest", null)).toThrow(
      expect.objectContaining({
        code: "strategy_unknown",
        remedy: expect.stringContaining("dearest_first") as unknown,
      }),
    )
  })

  it.each([
    [{ strategies: { line_order: dearestFirst } }, /strategy already/],
    [{ strategies: { "Dearest first": dearestFirst } }, /lower-case/],
    [{ strategies: { mine: "file.ts" as never } }, /no function/],
    [{ salesChannelStrategies: { sc_1: "cheapest" } }, /salesChannelStrategies.sc_1/],
    [{ componentPriority: ["tips" as never] }, /componentPriority/],
    [{ componentPriority: ["tax" as const, "tax" as const] }, /twice/],
  ])("refuses options at boot that cannot be: %p", (options, message) => {
    expect(() => settingsOf(options)).toThrow(message)
  })
})

describe("F15: component priority", () => {
  type Owed = { id: bigint; name: string; amount: bigint; tax: bigint; kind?: string }
  const taxed = ({ id, name, amount, tax, kind = "charge" }: Owed) => {
    const candidate = candidateOf({ id, side: "debit", name, amount, day: 1, order: 1, position: Number(id) })
    const taxes = tax > 0n ? [{ code: "VAT", rate: "20", amount: tax }] : []
    const item = { ...candidate.item, kind: kind as "charge", taxes, taxesAllocated: taxes.map(() => 0n) }
    return { ...candidate, item, taxed: item.taxesAllocated }
  }
  const owed = () => [
    taxed({ id: 2n, name: "line:A", amount: 120n, tax: 20n }),
    taxed({ id: 3n, name: "line:F", amount: 12n, tax: 2n, kind: "fee" }),
    taxed({ id: 4n, name: "ship:S", amount: 24n, tax: 4n }),
  ]
  const pay = (priority: Parameters<typeof componentPriority>[0], amounts: bigint[]) => {
    const debits = owed()
    const credits = amounts.map((amount, index) =>
      candidateOf({ id: BigInt(90 + index), side: "credit", name: `pay${index}`, amount, day: 2 + index }),
    )
    return componentPriority(priority)(credits, debits).map(
      ({ credit, debit, amount, debitTaxes }) =>
        `${credit.key} → ${debit.key} ${amount}, tax ${debitTaxes.reduce((sum, part) => sum + part, 0n)}`,
    )
  }

  it("pays all tax first, then fees, items and shipping, each without its tax", () => {
    expect(pay(["tax", "fees", "items", "shipping"], [26n, 20n, 110n])).toEqual([
      "pay0 → line:A 20, tax 20",
      "pay0 → line:F 2, tax 2",
      "pay0 → ship:S 4, tax 4",
      "pay1 → line:F 10, tax 0",
      "pay1 → line:A 10, tax 0",
      "pay2 → line:A 90, tax 0",
      "pay2 → ship:S 20, tax 0",
    ])
  })

  it("pays shipping first and tax last where the store says so", () => {
    expect(pay(["shipping", "items", "fees", "tax"], [25n, 131n])).toEqual([
      "pay0 → ship:S 20, tax 0",
      "pay0 → line:A 5, tax 0",
      "pay1 → line:A 95, tax 0",
      "pay1 → line:F 10, tax 0",
      "pay1 → line:A 20, tax 20",
      "pay1 → line:F 2, tax 2",
      "pay1 → ship:S 4, tax 4",
    ])
  })

  it("lets components that are left out follow in the usual order", () => {
    expect(pay(["shipping"], [20n, 26n])).toEqual([
      "pay0 → ship:S 20, tax 0",
      "pay1 → line:A 20, tax 20",
      "pay1 → line:F 2, tax 2",
      "pay1 → ship:S 4, tax 4",
    ])
  })
})
