import { boundReleases } from "../../src/modules/reconciliation/domain/allocation/invariants"
import {
  termsOf,
  type AskedInstalment,
  type Plannable,
} from "../../src/modules/reconciliation/domain/instalments/payment-plan"

const plannable: Plannable = {
  orderId: "order_1",
  digits: 2,
  open: [
    { lineKey: "line:A", amount: 7500n },
    { lineKey: "line:B", amount: 2500n },
  ],
  paid: [{ lineKey: "line:B", amount: 5000n }],
}

const asked = (
  amount: bigint,
  items: Record<string, bigint | null> = {},
  dueOn = "2026-02-01",
): AskedInstalment => ({
  dueOn,
  amount,
  method: null,
  reference: null,
  items: Object.entries(items).map(([name, one]) => ({ lineKey: `line:${name}`, amount: one })),
})

describe("F12: what a plan may be", () => {
  it.each<[string, AskedInstalment[], Partial<Plannable>, string]>([
    ["no instalments", [], {}, "plan_empty"],
    ["more than 120 instalments", Array.from({ length: 121 }, () => asked(1n)), {}, "plan_too_long"],
    ["an order that owes nothing", [asked(1n)], { open: [], paid: [] }, "nothing_to_plan"],
    ["an order that is paid", [asked(1n)], { open: [] }, "nothing_to_plan"],
    ["more than is open and paid", [asked(15001n)], {}, "plan_above_open"],
    ["a row that the order has not", [asked(100n, { Z: null })], {}, "plan_row_unknown"],
    [
      "items worth more than their instalment",
      [asked(100n, { A: 60n, B: 41n })],
      {},
      "pins_above_instalment",
    ],
    ["more of a line than is open", [asked(7600n, { A: 7501n })], {}, "pins_above_open"],
    ["more of a line, twice", [asked(7500n, { A: 7500n }), asked(100n, { A: 1n })], {}, "pins_above_open"],
    [
      "what is paid, though the plan is for what is open",
      [asked(2600n, { B: 2501n })],
      {},
      "pins_above_open",
    ],
  ])("%s is refused, with a way out", (_, instalments, more, code) => {
    const refused = () => termsOf(instalments, { ...plannable, ...more })
    expect(refused).toThrow(expect.objectContaining({ code, remedy: expect.stringMatching(/\w/) as string }))
  })

  const row = "Z".repeat(120)
  it.each<[AskedInstalment[], Partial<Plannable>, string, Record<string, string>]>([
    [[], {}, "The plan has no instalments.", {}],
    [Array.from({ length: 121 }, () => asked(1n)), {}, "The plan has 121 instalments.", {}],
    [[asked(1n)], { open: [], paid: [] }, "Nothing is owed on the order that a plan could be for.", {}],
    [
      [asked(15001n)],
      {},
      "The instalments add up to 150.01; 100.00 is open and 50.00 is paid that no instalment binds.",
      {},
    ],
    [
      [asked(100n), asked(100n, { A: 60n, B: 41n })],
      {},
      "Instalment 2 of 1.00 is given items for 1.01.",
      { instalment: "2" },
    ],
    [
      [asked(7600n, { A: 7501n })],
      {},
      "The plan gives 75.01 to a row that has 75.00 left to plan.",
      { instalment: "1", row: "line:A" },
    ],
    [
      [asked(100n, { [row]: null })],
      {},
      `The order has no row "line:${row.slice(5, 100)}".`,
      { instalment: "1", row: `line:${row.slice(5, 100)}` },
    ],
  ])("is told in the currency's own words: %#", (instalments, more, message, ids) => {
    expect(() => termsOf(instalments, { ...plannable, ...more })).toThrow(
      expect.objectContaining({ type: "invalid_data", message, ids: { order_id: "order_1", ...ids } }),
    )
  })

  it("takes for an item without an amount what is left, and pins nothing where nothing is", () => {
    const { payments } = termsOf([asked(6000n, { A: null }), asked(2000n, { A: null, B: null })], plannable)
    expect(payments.map(({ pins }) => pins)).toEqual([
      [{ lineKey: "line:A", amount: 6000n }],
      [
        { lineKey: "line:A", amount: 1500n },
        { lineKey: "line:B", amount: 500n },
      ],
    ])
    const full = termsOf([asked(7500n, { A: 7500n }), asked(100n, { A: null, B: 100n })], plannable)
    expect(full.payments[1]?.pins).toEqual([{ lineKey: "line:B", amount: 100n }])
  })

  it.each([
    ["120 instalments", Array.from({ length: 120 }, () => asked(1n)), false],
    ["all that is open", [asked(10000n, { A: 7500n, B: 2500n })], false],
    ["all of the order", [asked(15000n, { A: 7500n, B: 7500n })], true],
  ])("%s is not", (_, instalments, countsPaid) => {
    expect(termsOf(instalments, plannable).countsPaid).toBe(countsPaid)
  })

  it("gives items without an amount, in due order, what no instalment pins", () => {
    const { payments } = termsOf(
      [asked(9000n, { B: null, A: null }, "2026-03-01"), asked(1000n, { B: null, A: 100n }, "2026-02-01")],
      plannable,
    )
    expect(payments.map(({ pins }) => pins)).toEqual([
      [
        { lineKey: "line:B", amount: 1600n },
        { lineKey: "line:A", amount: 7400n },
      ],
      [
        { lineKey: "line:A", amount: 100n },
        { lineKey: "line:B", amount: 900n },
      ],
    ])
  })

  it("knows what fulfils an instalment among what is taken back", () => {
    const release = (instalmentId: bigint | null) => ({ allocation: { instalmentId } }) as never
    expect(boundReleases([release(null), release(3n), release(null)])).toEqual([release(3n)])
  })
})
