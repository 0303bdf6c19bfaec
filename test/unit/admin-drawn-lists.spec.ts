import { OPEN, TOTALS as PLANNED } from "../../integration-tests/e2e/gallery/instalment-data"
import { TOTALS, UNRECONCILED } from "../../integration-tests/e2e/gallery/list-data"
import { CALM, OVERVIEW } from "../../integration-tests/e2e/gallery/overview-data"

/** What the pictures show is invented, and must agree with itself as what the plugin answers does. */
describe("the lists that are drawn", () => {
  const cents = (amount: string): bigint => BigInt(amount.replace(".", ""))
  const added = (amounts: readonly string[]): bigint =>
    amounts.reduce((sum, amount) => sum + cents(amount), 0n)
  const currencies = (sums: readonly { readonly currency_code: string }[]): string[] =>
    sums.map(({ currency_code: code }) => code)

  it("add up to the totals over them, what contradicts itself apart", () => {
    expect(TOTALS.all).toBe(UNRECONCILED.length)
    const { contradictions, taken_back: back, overdue, to_place: idle, owed, not_due: later } = TOTALS
    expect(contradictions + back + overdue + idle + owed + later).toBe(TOTALS.all)
    for (const sum of TOTALS.sums) {
      const rows = UNRECONCILED.filter(({ currency_code: code }) => code === sum.currency_code)
      const sure = rows.filter(({ state }) => state !== "error")
      const of = (side: string) => sure.filter((row) => row.side === side).map(({ open }) => open)
      expect([added(of("debit")), of("debit").length]).toEqual([cents(sum.owed), sum.owed_count])
      expect([added(of("credit")), of("credit").length]).toEqual([cents(sum.unapplied), sum.unapplied_count])
    }
    expect(TOTALS.views[0]?.sums.map(({ amount }) => amount)).toEqual(
      UNRECONCILED.filter(({ state }) => state === "error").map(({ open }) => open),
    )
  })

  it("have as many planned payments as is said, and what those are to bring", () => {
    expect(PLANNED.open).toBe(OPEN.length)
    expect(PLANNED.late).toBe(OPEN.filter(({ days }) => days < 0).length)
    for (const sum of PLANNED.sums) {
      const kept = OPEN.filter(({ currency_code: code }) => code === sum.currency_code).map((one) => one.kept)
      expect(added(kept)).toBe(cents(sum.late_or_failed) + cents(sum.soon) + cents(sum.later))
    }
  })

  it.each([
    ["full", OVERVIEW],
    ["calm", CALM],
  ])("have figures in the overview that add up: %s", (_, { quality, ageing, views }) => {
    const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0)
    const { allocations, automatic, days, rules } = quality
    expect(sum(days.map((day) => day.allocations))).toBe(allocations)
    expect(sum(days.map((day) => day.automatic))).toBe(automatic)
    expect(sum(rules.map((rule) => rule.allocations))).toBe(allocations)
    for (const { total, currency_code: _code, digits: _digits, ...buckets } of ageing)
      expect(added(Object.values(buckets))).toBe(cents(total))
    for (const { sums } of views) expect(currencies(sums)).toEqual(currencies(sums).toSorted())
    expect(currencies(ageing)).toEqual(currencies(ageing).toSorted())
  })

  it("name their currencies in one order everywhere", () => {
    for (const sums of [TOTALS.sums, PLANNED.sums])
      expect(currencies(sums)).toEqual(currencies(sums).toSorted())
  })
})
