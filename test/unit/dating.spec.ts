import {
  daysOfAllocation,
  daysOfItem,
  daysOfRelease,
} from "../../src/modules/reconciliation/domain/allocation/dating"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import type { Release } from "../../src/modules/reconciliation/domain/allocation/release"
import { charge, held } from "../support/items"

describe("the days of what is posted", () => {
  const on = (occurredOn: string, accountingOn?: string): OpenItem =>
    charge(1n, "A", 100n, { occurredOn, ...(accountingOn !== undefined && { accountingOn }) })
  const january = on("2026-01-20")
  /** Happened in January, told when January was closed. */
  const late = on("2026-01-25", "2026-02-01")

  it("are one day for an item, until a closed month shifts the one that the books show", () => {
    expect(daysOfItem(january)).toEqual({ occurredOn: "2026-01-20", accountingOn: "2026-01-20" })
    expect(daysOfItem(late)).toEqual({ occurredOn: "2026-01-25", accountingOn: "2026-02-01" })
  })

  it("of an allocation are the later ones of its items, each for itself", () => {
    const days = daysOfAllocation({ credit: late, debit: january }, { releases: [] })
    expect(days).toEqual({ occurredOn: "2026-01-25", accountingOn: "2026-02-01" })
    expect(daysOfAllocation({ credit: on("2026-01-30"), debit: late }, { releases: [] })).toEqual({
      occurredOn: "2026-01-30",
      accountingOn: "2026-02-01",
    })
  })

  const release = (counts?: Release["counts"]): Release => ({
    allocation: held(7n, [1n, 2n], 100n, { accountingOn: "2026-01-20" }),
    credit: january,
    debit: january,
    rule: "edited",
    on: "2026-03-05",
    ...(counts !== undefined && { counts }),
  })

  it.each([
    // What a person put again stands in the books as if it had always been so.
    [release(), { occurredOn: "2026-03-05", accountingOn: "2026-01-20" }],
    // A write-off stood rightly until it was undone.
    [release("from_then_on"), { occurredOn: "2026-03-05", accountingOn: "2026-03-05" }],
  ])("of a release, and of what is put in its place, case %#", (made, days) => {
    expect(daysOfRelease(made)).toEqual(days)
    expect(daysOfAllocation({ credit: january, debit: january }, { releases: [made] })).toEqual(days)
  })

  it("of what a person puts happen not before they put it", () => {
    const days = daysOfAllocation(
      { credit: january, debit: january },
      { releases: [], notBefore: "2026-03-05" },
    )
    expect(days).toEqual({ occurredOn: "2026-03-05", accountingOn: "2026-01-20" })
  })
})
