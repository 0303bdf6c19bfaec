import type { Instalment } from "../../src/modules/reconciliation/domain/instalments/instalment"
import type { PinnedLine } from "../../src/modules/reconciliation/domain/instalments/pinned-line"
import {
  coverageOf,
  notCovered,
  reserve,
  stateOfInstalment,
} from "../../src/modules/reconciliation/domain/instalments/reserve"
import { instalment, lines } from "../support/items"

describe("F12: what is kept for an instalment", () => {
  const kept = (instalments: Instalment[], owed: PinnedLine[]): string[] =>
    reserve(instalments, owed).map(
      ({ instalment: { number }, lines: own, reserved, shrunkBy }) =>
        `${number}: ${own.map(({ lineKey, amount }) => `${lineKey.slice(5)} ${amount}`).join(" ")} = ${reserved}, ${shrunkBy} too large`,
    )
  const owed = lines(["A", 100n], ["B", 60n])

  it("are the lines it pins, then lines that none has pinned, as the order lists them", () => {
    const plan = [instalment(1, 70n), instalment(2, 90n, { pins: lines(["A", 50n]) })]
    expect(kept(plan, owed)).toEqual(["1: A 50 B 20 = 70, 0 too large", "2: A 50 B 40 = 90, 0 too large"])
  })

  it("is less where the order owes less by now, of the one that falls due last", () => {
    const plan = [instalment(2, 100n), instalment(1, 100n)]
    expect(kept(plan, owed)).toEqual(["1: A 100 = 100, 0 too large", "2: B 60 = 60, 40 too large"])
    expect(kept([instalment(1, 50n, { pins: lines(["C", 50n]) })], owed)).toEqual(["1:  = 0, 50 too large"])
  })

  it("is nothing of one that is settled or cancelled", () => {
    const plan = [instalment(1, 50n, { cancelled: true }), instalment(2, 50n, { settled: lines(["A", 50n]) })]
    expect(kept(plan, owed)).toEqual([])
  })

  it("counts what a line has open in several items together", () => {
    expect(kept([instalment(1, 90n)], lines(["A", 50n], ["B", 10n], ["A", 30n]))).toEqual([
      "1: A 80 B 10 = 90, 0 too large",
    ])
  })
})

describe("F12: how far a plan covers what an order owes", () => {
  const today = "2026-02-02"
  const owed = lines(["A", 100n])
  const covered = (instalments: Instalment[], expected = 0n, all = 100n): unknown =>
    coverageOf(reserve(instalments, owed), { expected, open: all, today })

  it("is what instalments in good standing keep; what falls due today is in good standing", () => {
    expect(covered([instalment(2, 60n), instalment(3, 10n)])).toEqual({ planned: 70n, overdue: false })
    expect(covered([instalment(1, 60n), instalment(3, 10n)])).toEqual({ planned: 10n, overdue: true })
    expect(covered([instalment(3, 60n, { failed: true })])).toEqual({ planned: 0n, overdue: true })
  })

  it("is late only where something is still kept for it", () => {
    const plan = [instalment(2, 100n), instalment(1, 60n, { pins: lines(["C", 60n]) })]
    expect(covered(plan)).toEqual({ planned: 100n, overdue: false })
  })

  it("counts a return on its way beside a plan, or where it leaves nothing to pay", () => {
    expect(covered([instalment(3, 60n)], 30n)).toEqual({ planned: 90n, overdue: false })
    expect(covered([instalment(3, 60n)], 70n)).toEqual({ planned: 100n, overdue: false })
    expect(covered([], 30n)).toEqual({ planned: 0n, overdue: false })
    expect(covered([], 100n)).toEqual({ planned: 100n, overdue: false })
  })

  it("leaves what neither an instalment, late or not, nor a return is to bring", () => {
    const kept = reserve([instalment(1, 30n), instalment(3, 10n)], owed)
    expect(notCovered(kept, { expected: 0n, open: 100n })).toBe(60n)
    expect(notCovered(kept, { expected: 25n, open: 100n })).toBe(35n)
    expect(notCovered(kept, { expected: 60n, open: 100n })).toBe(0n)
    expect(notCovered(kept, { expected: 90n, open: 100n })).toBe(0n)
  })
})

describe("F12: the state of an instalment", () => {
  const today = "2026-02-02"
  const stateOf = (one: Instalment, owed: PinnedLine[] = lines(["A", 100n])): string =>
    stateOfInstalment(one, reserve([one], owed)[0], today)

  it.each<[string, Instalment, PinnedLine[] | undefined]>([
    ["scheduled", instalment(3, 50n), undefined],
    ["due", instalment(2, 50n), undefined],
    ["overdue", instalment(1, 50n), undefined],
    ["failed", instalment(3, 50n, { failed: true }), undefined],
    ["failed", instalment(1, 50n, { failed: true }), undefined],
    ["settled", instalment(1, 50n, { settled: lines(["A", 50n]), failed: true }), undefined],
    ["cancelled", instalment(1, 50n, { cancelled: true, settled: lines(["A", 20n]) }), undefined],
    ["lapsed", instalment(1, 50n, { failed: true }), []],
    ["lapsed", instalment(3, 50n, { pins: lines(["C", 50n]) }), undefined],
  ])("is %s", (state, one, owed) => {
    expect(stateOf(one, owed)).toBe(state)
  })
})
