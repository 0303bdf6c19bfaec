import type { Allocation } from "../../src/modules/reconciliation/domain/open-item"
import { planTakeBack, type TakeBackPlan } from "../../src/modules/reconciliation/domain/planner/take-back"
import { undoingOf } from "../../src/modules/reconciliation/domain/planner/undo"
import { credit, debit, open } from "../support/items"

const ON = "2026-03-01"

/** Money that came back after a chargeback, and a refund. */
const comeBack = credit({ id: 1n, kind: "reversal", key: "rev:9.void", amount: 1000n })
const refund = debit({ id: 2n, kind: "refund", amount: 1000n })

const allocation = (id: bigint, amount: bigint, more: Partial<Allocation> = {}): Allocation => ({
  id,
  creditItemId: 1n,
  debitItemId: 2n,
  amount,
  origin: "auto",
  rule: "own_order",
  step: 1,
  creditOpenBefore: 1000n,
  debitOpenBefore: 1000n,
  creditTaxes: [],
  debitTaxes: [],
  instalmentId: null,
  releases: null,
  accountingOn: ON,
  recordedAt: `${ON}T00:00:00.000Z`,
  ...more,
})

function planned(standing: Allocation[], made: Allocation[]): TakeBackPlan {
  const allocated = standing.reduce((sum, { amount }) => sum + amount, 0n)
  return planTakeBack({
    candidates: open({ ...comeBack, allocated }, { ...refund, allocated }),
    live: standing,
    ...undoingOf(made, standing),
    on: ON,
    movedAway: new Set(),
  })
}

describe("An undo that is undone", () => {
  const taken = allocation(11n, 400n, { releases: 10n, origin: "manual", rule: "manual" })

  it("takes off again what it had put back on money that came back", () => {
    const undone = planned([], [taken])
    expect(undone.proposals.map(({ amount, rule }) => `${amount} ${rule}`)).toEqual(["400 restored"])
    const restored = allocation(12n, 400n, { origin: "manual", rule: "restored" })
    const redone = planned([restored], [restored])
    expect(redone.releases.map((release) => release.allocation.id)).toEqual([12n])
    expect(redone.kept).toEqual([])
  })

  it("leaves what nobody has put there by hand with what took it", () => {
    const settled = allocation(10n, 400n)
    const plan = planned([settled], [settled])
    expect(plan.releases).toEqual([])
    expect(plan.kept).toEqual([{ allocation: settled, why: "not_by_hand" }])
  })
})
