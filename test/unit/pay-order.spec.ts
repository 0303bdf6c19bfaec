import { planInWork } from "../../src/modules/reconciliation/domain/instalments/fulfil"
import type { Instalment } from "../../src/modules/reconciliation/domain/instalments/instalment"
import { inPayingOrder, openOf, payOrder } from "../../src/modules/reconciliation/domain/planner/payment"
import { violationsOfPlan } from "../../src/modules/reconciliation/domain/allocation/invariants"
import { charge, credit, debit, open } from "../support/items"

const lines = () =>
  open(charge(1n, "A", 75n), charge(2n, "B", 75n, { position: 1 }), charge(3n, "C", 20n, { position: 2 }))
const cheque = (amount: bigint) => credit({ id: 9n, kind: "deposit", amount })
const older = (amount: bigint) => credit({ id: 8n, kind: "deposit", amount })

const instalment = (id: bigint, amount: bigint, pins: Record<string, bigint>, dueOn: string): Instalment => ({
  id,
  number: Number(id),
  dueOn,
  amount,
  method: null,
  reference: null,
  pins: Object.entries(pins).map(([name, pinned]) => ({ lineKey: `line:${name}`, amount: pinned })),
  failed: false,
  cancelled: false,
  settled: [],
  takenBack: [],
})

const shown = (proposals: ReturnType<typeof payOrder>): string[] =>
  proposals.map(
    ({ credit: from, debit: to, amount, rule, instalmentId }) =>
      `${from.id}→${to.id} ${amount} ${rule}${instalmentId === null ? "" : ` ${instalmentId}`}`,
  )

describe("F19: what an order gets of a payment", () => {
  it("is its lines from first to last, no more than it is given, by the credits in their order", () => {
    const credits = open(older(30n), cheque(200n))
    const debits = lines()
    const proposals = payOrder(credits, { debits, plan: [], amount: 100n })
    expect(shown(proposals)).toEqual(["8→1 30 line_order", "9→1 45 line_order", "9→2 25 line_order"])
    expect(credits.map(({ open: left }) => left)).toEqual([0n, 130n])
    expect(openOf(debits)).toBe(70n)
    // What each had open before is told of the items themselves, not of the part that was given.
    expect(proposals.map(({ creditOpenBefore }) => creditOpenBefore)).toEqual([30n, 200n, 155n])
    expect(violationsOfPlan(proposals)).toEqual([])
  })

  it("is planned payments first, each on what it pins, and then the lines", () => {
    const plan = planInWork([
      instalment(1n, 75n, { A: 75n }, "2199-02-01"),
      instalment(2n, 75n, { B: 75n }, "2199-01-01"),
    ])
    const proposals = payOrder(open(cheque(170n)), { debits: lines(), plan, amount: 170n })
    expect(shown(proposals)).toEqual(["9→2 75 instalment 2", "9→1 75 instalment 1", "9→3 20 line_order"])
  })

  it("fulfils nothing that is planned with a line's credit, which is no money", () => {
    const lowered = credit({ id: 7n, kind: "adjustment", documentId: 99n, lineKey: "line:X", amount: 20n })
    const plan = planInWork([instalment(1n, 75n, { B: 75n }, "2199-01-01")])
    const proposals = payOrder(open(lowered), { debits: lines(), plan, amount: 20n })
    expect(shown(proposals)).toEqual(["7→1 20 line_order"])
  })

  it("is exactly the lines that are named, and what is planned for them is fulfilled with it", () => {
    const plan = planInWork([instalment(1n, 75n, { B: 75n }, "2199-01-01")])
    const named = new Map([
      ["line:C", 20n],
      ["line:B", 50n],
      ["line:A", 0n],
    ])
    const proposals = payOrder(open(older(30n), cheque(40n)), {
      debits: lines(),
      plan,
      amount: 70n,
      lines: named,
    })
    expect(shown(proposals)).toEqual(["8→2 30 manual 1", "9→2 20 manual 1", "9→3 20 manual"])
    expect(violationsOfPlan(proposals)).toEqual([])
  })

  it("pays what was taken back last, and nothing that is settled", () => {
    const voided = debit({ id: 4n, kind: "void", amount: 10n, position: 0 })
    const settled = charge(5n, "D", 10n, { allocated: 10n })
    const debits = open(voided, settled, charge(1n, "A", 75n))
    expect(inPayingOrder(debits).map(({ item }) => item.id)).toEqual([1n, 4n])
    expect(shown(payOrder(open(cheque(80n)), { debits, plan: [], amount: 80n }))).toEqual([
      "9→1 75 line_order",
      "9→4 5 line_order",
    ])
  })
})
