import { planEdit, type WantedCell } from "../../src/modules/reconciliation/domain/edit"
import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { charge, credit, held, open, taxes } from "../support/items"

const ON = "2026-01-20"
const money = (id: bigint, amount: bigint, more: Partial<OpenItem> = {}): OpenItem =>
  credit({ id, kind: "payment", key: `cap:${id}`, amount, ...more })

const cell = (creditItemId: bigint, debitItemId: bigint, amount: bigint): WantedCell => ({
  creditItemId,
  debitItemId,
  amount,
})

const planned = (items: OpenItem[], live: Allocation[], cells: WantedCell[]) =>
  planEdit({ candidates: open(...items), live, cells, on: ON })

function edited(items: OpenItem[], live: Allocation[], cells: WantedCell[]): Record<string, string[]> {
  const { releases, proposals, items: after } = planned(items, live, cells)
  return {
    released: releases.map(({ allocation, rule, on }) => `${allocation.id} ${rule} ${on}`),
    put: proposals.map(
      ({ credit: from, debit: to, amount, rule }) => `${from.id} → ${to.id} ${amount} ${rule}`,
    ),
    left: after.map(({ id, amount, allocated }) => `${id} ${amount - allocated} open`),
  }
}

function refusal(items: OpenItem[], live: Allocation[], cells: WantedCell[]): unknown {
  try {
    return planned(items, live, cells)
  } catch (error) {
    return error instanceof ReconciliationError ? error.code : error
  }
}

describe("F10: an edit of what a credit pays", () => {
  const cash = money(1n, 100n, { allocated: 60n })
  const A = charge(11n, "A", 80n, { allocated: 60n })
  const B = charge(12n, "B", 50n)
  const live = [held(101n, [1n, 11n], 40n), held(102n, [1n, 11n], 20n)]

  it("adds to a cell what it is short of, and takes nothing back for it", () => {
    expect(edited([cash, A], live, [cell(1n, 11n, 75n)])).toEqual({
      released: [],
      put: ["1 → 11 15 manual"],
      left: ["1 25 open", "11 5 open"],
    })
  })

  it("leaves a cell that is as wanted", () => {
    expect(edited([cash, A], live, [cell(1n, 11n, 60n)])).toEqual({ released: [], put: [], left: [] })
  })

  it("takes back the newest allocations of a lowered cell, and no more of them than it must", () => {
    expect(edited([cash, A], live, [cell(1n, 11n, 40n)])).toEqual({
      released: ["102 manual 2026-01-20"],
      put: [],
      left: ["1 60 open", "11 40 open"],
    })
    expect(edited([cash, A], live.toReversed(), [cell(1n, 11n, 40n)])["released"]).toEqual([
      "102 manual 2026-01-20",
    ])
  })

  it("puts again what taking back was too much", () => {
    expect(edited([cash, A], live, [cell(1n, 11n, 45n)])).toEqual({
      released: ["102 manual 2026-01-20"],
      put: ["1 → 11 5 manual"],
      left: ["1 55 open", "11 35 open"],
    })
    expect(edited([cash, A], live, [cell(1n, 11n, 30n)])).toMatchObject({
      released: ["102 manual 2026-01-20", "101 manual 2026-01-20"],
      put: ["1 → 11 30 manual"],
    })
  })

  it("empties a cell", () => {
    expect(edited([cash, A], live, [cell(1n, 11n, 0n)])).toEqual({
      released: ["102 manual 2026-01-20", "101 manual 2026-01-20"],
      put: [],
      left: ["1 100 open", "11 80 open"],
    })
  })

  it("takes everything back before it puts anything, so amounts may change places", () => {
    const full = money(1n, 60n, { allocated: 60n })
    expect(edited([full, A, B], live, [cell(1n, 12n, 20n), cell(1n, 11n, 40n)])).toEqual({
      released: ["102 manual 2026-01-20"],
      put: ["1 → 12 20 manual"],
      left: ["1 0 open", "12 30 open", "11 40 open"],
    })
  })

  it("puts in the order in which money came and lines are listed, however the cells are", () => {
    const late = money(2n, 50n, { occurredAt: "2026-01-05T09:00:00.000Z" })
    const fresh = money(3n, 50n)
    const cells = [cell(2n, 11n, 5n), cell(3n, 12n, 5n), cell(3n, 11n, 5n)]
    expect(edited([late, fresh, A, B], [], cells)["put"]).toEqual([
      "3 → 11 5 manual",
      "3 → 12 5 manual",
      "2 → 11 5 manual",
    ])
  })

  it("looks at no allocation of another cell", () => {
    const others = [...live, held(103n, [9n, 11n], 10n), held(104n, [1n, 12n], 10n)]
    expect(edited([cash, A], others, [cell(1n, 11n, 60n)])["released"]).toEqual([])
  })

  it("gives back exactly the tax that an allocation took, rate by rate", () => {
    const taxed = charge(11n, "A", 80n, { allocated: 60n, taxes: taxes(20n, 8n), taxesAllocated: [15n, 6n] })
    const taken = [held(101n, [1n, 11n], 60n, { debitTaxes: [15n, 6n] })]
    expect(planned([cash, taxed], taken, [cell(1n, 11n, 0n)]).items[1]).toMatchObject({
      allocated: 0n,
      taxesAllocated: [0n, 0n],
    })
    const known = [held(101n, [1n, 11n], 60n, { debitTaxes: [15n] })]
    expect(planned([cash, taxed], known, [cell(1n, 11n, 0n)]).items[1]).toMatchObject({
      taxesAllocated: [0n, 6n],
    })
  })

  it("never takes back what fulfils a planned payment", () => {
    const bound = [held(101n, [1n, 11n], 40n), held(102n, [1n, 11n], 20n, { instalmentId: 7n })]
    expect(edited([cash, A], bound, [cell(1n, 11n, 20n)])["released"]).toEqual(["101 manual 2026-01-20"])
    expect(refusal([cash, A], bound, [cell(1n, 11n, 19n)])).toBe("instalment_bound")
  })

  it("leaves the items that it was given as they were", () => {
    const candidates = open(cash, A)
    planEdit({ candidates, live, cells: [cell(1n, 11n, 75n)], on: ON })
    expect(candidates.map((one) => one.open)).toEqual([40n, 20n])
  })

  it.each<[string, string, OpenItem[], WantedCell[]]>([
    ["an unknown credit", "item_not_found", [A], [cell(1n, 11n, 5n)]],
    ["an unknown debit", "item_not_found", [cash], [cell(1n, 11n, 5n)]],
    ["a debit for a credit", "sides_swapped", [A, B], [cell(11n, 12n, 5n)]],
    ["a credit for a debit", "sides_swapped", [cash, money(2n, 5n)], [cell(1n, 2n, 5n)]],
    ["a cell named twice", "cell_named_twice", [cash, A], [cell(1n, 11n, 60n), cell(1n, 11n, 60n)]],
    ["an amount below nothing", "amount_negative", [cash, A], [cell(1n, 11n, -1n)]],
    ["more than a line has open", "over_allocated", [money(1n, 500n), A], [cell(1n, 11n, 81n)]],
    ["more than a credit has open", "over_allocated", [cash, A, B], [cell(1n, 12n, 41n)]],
    [
      "more of a credit than it has in several cells together",
      "over_allocated",
      [cash, A, B],
      [cell(1n, 12n, 30n), cell(1n, 11n, 75n)],
    ],
  ])("is refused with %s", (_, code, items, cells) => {
    const own = items.includes(cash) && items.includes(A) ? live : []
    expect(refusal(items, own, cells)).toBe(code)
  })
})
