import { lineOrder } from "../../src/modules/reconciliation/domain/allocation/line-order"
import { fulfil, planInWork } from "../../src/modules/reconciliation/domain/instalments/fulfil"
import {
  inDueOrder,
  leftOf,
  pinsLeft,
  type Instalment,
} from "../../src/modules/reconciliation/domain/instalments/instalment"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { planAllocations as planOf } from "../../src/modules/reconciliation/domain/planner/allocation-plan"
import { settle } from "../../src/modules/reconciliation/domain/planner/settle"
import { charge, credit, instalment, lines, open as candidates } from "../support/items"

const money = (id: bigint, amount: bigint, reference = `cap_${id}`): OpenItem =>
  credit({ id, kind: "payment", amount, reference, occurredAt: `2026-01-${id}T09:00:00.000Z` })

const A = charge(1n, "A", 100n)
const B = charge(2n, "B", 60n)

interface Given {
  owed?: OpenItem[]
  names?: string[]
}

function paid(
  instalments: Instalment[],
  came: OpenItem[],
  { owed = [A, B], names = [] }: Given = {},
): string[] {
  const proposals = fulfil({
    credits: candidates(...came),
    debits: candidates(...owed),
    plan: planInWork(instalments),
    namesOf: () => names,
  })
  return proposals.map(
    ({ credit: from, debit: to, amount, instalmentId, rule }) =>
      `${from.id} → ${to.lineKey?.slice(5)} ${amount} of ${instalmentId} ${rule}`,
  )
}

describe("F12: what is left of an instalment", () => {
  it("is its amount less what was settled of it, and nothing once it is cancelled", () => {
    const half = instalment(1, 100n, { settled: lines(["A", 30n], ["B", 20n]) })
    expect(leftOf(half)).toBe(50n)
    expect(leftOf({ ...half, cancelled: true })).toBe(0n)
  })

  it("is of each line it pins what is not settled there", () => {
    const pins = lines(["A", 30n], ["B", 20n], ["C", 10n])
    expect(pinsLeft({ pins, settled: lines(["A", 10n], ["B", 20n], ["C", 15n]), takenBack: [] })).toEqual(
      lines(["A", 20n]),
    )
  })

  it("is asked for by due day, then as planned", () => {
    const plan = [
      instalment(1, 1n, { dueOn: "2026-02-03" }),
      instalment(3, 1n, { dueOn: "2026-02-01" }),
      instalment(2, 1n, { dueOn: "2026-02-01" }),
    ]
    expect(inDueOrder(plan).map(({ number }) => number)).toEqual([2, 3, 1])
  })
})

describe("F12: money fulfils instalments", () => {
  it("one after the other, as they fall due, its oldest first", () => {
    const plan = [instalment(2, 60n), instalment(1, 100n)]
    expect(paid(plan, [money(12n, 60n), money(11n, 50n)])).toEqual([
      "11 → A 50 of 1 instalment",
      "12 → A 50 of 1 instalment",
      "12 → B 10 of 2 instalment",
    ])
  })

  it("takes no more than an instalment has left, however much is owed", () => {
    expect(paid([instalment(1, 50n, { settled: lines(["A", 20n]) })], [money(11n, 200n)])).toEqual([
      "11 → A 30 of 1 instalment",
    ])
  })

  it("fulfils none that is settled or cancelled, and does nothing without a plan", () => {
    const done = instalment(1, 20n, { settled: lines(["A", 20n]) })
    expect(paid([done, instalment(2, 30n, { cancelled: true })], [money(11n, 50n)])).toEqual([])
    expect(paid([], [money(11n, 50n)])).toEqual([])
  })

  it("goes to the one that carries its reference, or another name of it, before those that fall due first", () => {
    const plan = [instalment(1, 50n), instalment(2, 50n, { reference: "cap_11" })]
    expect(paid(plan, [money(11n, 70n)])).toEqual(["11 → A 50 of 2 instalment", "11 → A 20 of 1 instalment"])
    const named = [instalment(1, 50n), instalment(2, 50n, { reference: "pay_1" })]
    expect(paid(named, [money(11n, 70n)], { names: ["pay_1"] })[0]).toBe("11 → A 50 of 2 instalment")
    expect(paid(named, [money(11n, 70n)], { names: ["pay_2"] })[0]).toBe("11 → A 50 of 1 instalment")
  })

  it("follows pins first, and puts what is not pinned on the lines in order", () => {
    const plan = [instalment(1, 80n, { pins: lines(["B", 40n]) })]
    expect(paid(plan, [money(11n, 80n)])).toEqual(["11 → B 40 of 1 instalment", "11 → A 40 of 1 instalment"])
  })

  it("keeps the rest of a pin for the money that comes next", () => {
    const plan = [instalment(1, 100n, { pins: lines(["B", 60n], ["A", 40n]) })]
    expect(paid(plan, [money(11n, 50n), money(12n, 50n)])).toEqual([
      "11 → A 40 of 1 instalment",
      "11 → B 10 of 1 instalment",
      "12 → B 50 of 1 instalment",
    ])
  })

  it("avoids the lines that other instalments have pinned", () => {
    const plan = [instalment(1, 50n), instalment(2, 80n, { pins: lines(["A", 80n]) })]
    expect(paid(plan, [money(11n, 50n)])).toEqual(["11 → A 20 of 1 instalment", "11 → B 30 of 1 instalment"])
  })

  it("keeps what is pinned of a line once, however many items the line has", () => {
    const dearer = charge(3n, "A", 30n, { sequence: 2, position: 1 })
    const plan = [instalment(1, 70n), instalment(2, 110n, { pins: lines(["A", 110n]) })]
    expect(paid(plan, [money(11n, 70n)], { owed: [A, dearer, B] })).toEqual([
      "11 → A 20 of 1 instalment",
      "11 → B 50 of 1 instalment",
    ])
  })

  it("leaves its own pins to the pinned lines, although those were given up meanwhile", () => {
    const plan = [instalment(1, 50n, { pins: lines(["C", 30n]) })]
    expect(paid(plan, [money(11n, 50n)])).toEqual(["11 → A 20 of 1 instalment"])
  })

  it("pays a line that has no name like any other", () => {
    const owed = [charge(1n, "A", 100n, { lineKey: null })]
    const plan = [instalment(1, 50n)]
    expect(paid(plan, [money(11n, 30n)], { owed })).toEqual(["11 → undefined 30 of 1 instalment"])
  })

  it("that lies on account, wherever a strategy would have put it on their order", () => {
    const cheque = credit({ id: 11n, kind: "deposit", key: "deposit:1", amount: 130n, documentId: null })
    const credits = candidates(cheque)
    const { allocate, leftover } = planOf({
      credits,
      debits: candidates(A, B),
      strategy: lineOrder,
      plans: new Map([[1n, planInWork([instalment(1, 60n, { pins: lines(["B", 60n]) })])]]),
    })
    const put = allocate.map(
      (one) => `${one.debit.lineKey} ${one.amount} of ${one.creditOpenBefore} ${one.rule}`,
    )
    expect(put).toEqual(["line:B 60 of 130 instalment", "line:A 70 of 70 line_order"])
    expect(leftover).toEqual([])
    expect(credits[0]?.open).toBe(0n)
  })

  it("and what is above the plan is spread by the strategy", () => {
    const proposals = settle(candidates(A, B, money(11n, 90n)), {
      strategy: lineOrder,
      plan: planInWork([instalment(1, 60n, { pins: lines(["B", 60n]) })]),
    })
    expect(proposals.map(({ debit: to, amount, rule }) => `${to.key} ${amount} ${rule}`)).toEqual([
      "line:B 60 instalment",
      "line:A 30 line_order",
    ])
  })
})
