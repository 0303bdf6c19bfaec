import { planEdit, type WantedCell } from "../../src/modules/reconciliation/domain/planner/edit"
import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import { planInWork } from "../../src/modules/reconciliation/domain/instalments/fulfil"
import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { charge, credit, debit, held, instalment, open, taxes } from "../support/items"

const ON = "2026-01-20"
const money = (id: bigint, amount: bigint, more: Partial<OpenItem> = {}): OpenItem =>
  credit({ id, kind: "payment", key: `cap:${id}`, amount, ...more })

const cell = (creditItemId: bigint, debitItemId: bigint, amount: bigint): WantedCell => ({
  creditItemId,
  debitItemId,
  amount,
})

const planned = (items: OpenItem[], live: Allocation[], cells: WantedCell[], movedAway: bigint[] = []) =>
  planEdit({ candidates: open(...items), live, cells, on: ON, movedAway: new Set(movedAway) })

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

type Refusal = Pick<ReconciliationError, "type" | "code" | "message" | "ids" | "remedy">

function refusal(...edit: Parameters<typeof planned>): Refusal {
  try {
    planned(...edit)
  } catch (error) {
    if (!(error instanceof ReconciliationError)) throw error
    const { type, code, message, ids, remedy } = error
    return { type, code, message, ids, remedy }
  }
  throw new Error("the edit was not refused")
}

describe("F20: an edit of what a credit pays", () => {
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

  it("fulfils what is planned with money on a line, and nothing with money on a refund", () => {
    const refund = debit({ id: 13n, kind: "refund", key: "ref:1", amount: 30n })
    const plans = new Map([[1n, planInWork([instalment(1, 100n)])]])
    const cells = [cell(1n, 12n, 20n), cell(1n, 13n, 10n)]
    const { proposals } = planEdit({ candidates: open(cash, B, refund), live: [], cells, on: ON, plans })
    expect(proposals.map((one) => `${one.debit.id} ${one.amount} of ${one.instalmentId ?? "none"}`)).toEqual([
      "12 20 of 1",
      "13 10 of none",
    ])
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
    expect(refusal([cash, A], bound, [cell(1n, 11n, 19n)])).toEqual({
      type: "conflict",
      code: "instalment_bound",
      message: "20 minor units of this cell fulfil planned payments, so it cannot be lowered to 19.",
      ids: { credit_item_id: "1", debit_item_id: "11", bound: "20" },
      remedy: "Change the plan of payments first, or leave the cell at what its planned payments hold.",
    })
  })

  it("leaves the items that it was given as they were", () => {
    const candidates = open(cash, A)
    planEdit({ candidates, live, cells: [cell(1n, 11n, 75n)], on: ON })
    expect(candidates.map((one) => one.open)).toEqual([40n, 20n])
  })

  const unknown = (id: string): Refusal => ({
    type: "not_found",
    code: "item_not_found",
    message: `There is no item ${id} in this account.`,
    ids: { item_id: id },
    remedy: "Read the order or the account again and use the ids of its items.",
  })
  const ofCell = (creditItemId: string, debitItemId: string): Refusal["ids"] => ({
    credit_item_id: creditItemId,
    debit_item_id: debitItemId,
  })
  const swapped = (ids: Refusal["ids"]): Refusal => ({
    type: "invalid_data",
    code: "sides_swapped",
    message: "An allocation puts a credit on a debit; one of these two is on the other side.",
    ids,
    remedy: "Name a credit (payment, deposit, credit) and a debit (charge, refund) in each cell.",
  })
  const tooMuch = (message: string, ids: Refusal["ids"]): Refusal => ({
    type: "conflict",
    code: "over_allocated",
    message,
    ids,
    remedy: "Lower another cell of the same item in the same edit, or put less.",
  })

  it.each<[string, OpenItem[], WantedCell[], Refusal]>([
    ["an unknown credit", [A], [cell(1n, 11n, 5n)], unknown("1")],
    ["an unknown debit", [cash], [cell(1n, 11n, 5n)], unknown("11")],
    ["a debit for a credit", [A, B], [cell(11n, 12n, 5n)], swapped(ofCell("11", "12"))],
    ["a credit for a debit", [cash, money(2n, 5n)], [cell(1n, 2n, 5n)], swapped(ofCell("1", "2"))],
    [
      "a cell named twice",
      [cash, A],
      [cell(1n, 11n, 60n), cell(1n, 11n, 60n)],
      {
        type: "invalid_data",
        code: "cell_named_twice",
        message: "One edit names this cell twice.",
        ids: ofCell("1", "11"),
        remedy: "Send each cell once, with what it shall hold in all.",
      },
    ],
    [
      "an amount below nothing",
      [cash, A],
      [cell(1n, 11n, -1n)],
      {
        type: "invalid_data",
        code: "amount_negative",
        message: "A cell cannot hold -1.",
        ids: ofCell("1", "11"),
        remedy: "Send what the cell shall hold in all: zero or more.",
      },
    ],
    [
      "more than a line has open",
      [money(1n, 500n), A],
      [cell(1n, 11n, 81n)],
      tooMuch('"line:A" has 20 minor units open with this edit, and the edit puts 81.', {
        item_id: "11",
        open: "20",
        open_with_edit: "20",
        wanted: "81",
      }),
    ],
    [
      "more than a credit has open",
      [cash, A, B],
      [cell(1n, 12n, 41n)],
      tooMuch('"cap:1" has 40 minor units open with this edit, and the edit puts 41.', {
        item_id: "1",
        open: "40",
        open_with_edit: "40",
        wanted: "41",
      }),
    ],
    [
      "more of a credit than it has in several cells together",
      [cash, A, B],
      [cell(1n, 12n, 30n), cell(1n, 11n, 75n)],
      tooMuch('"cap:1" has 40 minor units open with this edit, and the edit puts 45.', {
        item_id: "1",
        open: "40",
        open_with_edit: "40",
        wanted: "45",
      }),
    ],
    [
      "more of a credit than it has once other cells have given back",
      [cash, A, B],
      [cell(1n, 12n, 50n), cell(1n, 11n, 55n)],
      tooMuch('"cap:1" has 60 minor units open with this edit, and the edit puts 65.', {
        item_id: "1",
        open: "40",
        open_with_edit: "60",
        wanted: "65",
      }),
    ],
  ])("is refused with %s", (_, items, cells, wanted) => {
    const own = items.includes(cash) && items.includes(A) ? live : []
    expect(refusal(items, own, cells)).toEqual(wanted)
  })
})

describe("F20: what is settled for good", () => {
  const cash = money(1n, 100n, { title: "Cheque" })
  const A = charge(11n, "A", 80n, { title: "Lamp" })
  const closing = charge(12n, "B", 50n, { kind: "transfer", title: "Chair", allocated: 50n })
  const given = credit({ id: 2n, kind: "write_off", title: "Write-off", amount: 5n, allocated: 5n })
  const notByHand = (facts: Pick<Refusal, "message" | "ids" | "remedy">): Refusal => ({
    type: "conflict",
    code: "not_by_hand",
    ...facts,
  })

  it("is a write-off, which can be undone as a whole", () => {
    const live = [held(101n, [2n, 11n], 5n)]
    expect(refusal([given, { ...A, allocated: 5n }], live, [cell(2n, 11n, 4n)])).toEqual(
      notByHand({
        message: '"Write-off" is a write_off, and what it settles is not changed by hand.',
        ids: { item_id: "2" },
        remedy: "Undo the write-off, and write off again what should be.",
      }),
    )
  })

  it("is what an order took along to another account", () => {
    expect(refusal([cash, closing], [], [cell(1n, 12n, 5n)])).toEqual(
      notByHand({
        message: '"Chair" is a transfer, and what it settles is not changed by hand.',
        ids: { item_id: "12" },
        remedy: "Change what the order has open in the account that it is in now.",
      }),
    )
  })

  it("is what an order had settled in the account it has left", () => {
    const moved = (id: bigint): Refusal => refusal([cash, A], [], [cell(1n, 11n, 5n)], [id])
    expect(moved(11n)).toEqual({
      type: "conflict",
      code: "order_moved",
      message: `The order of "Lamp" is another customer's now; what was settled before stays as it is.`,
      ids: { item_id: "11" },
      remedy: "Edit the order in the account that it is in now.",
    })
    expect(moved(1n).ids).toEqual({ item_id: "1" })
  })

  it("may be named in an edit that leaves it as it is", () => {
    const live = [held(101n, [2n, 11n], 5n)]
    const edit = planned([given, { ...A, allocated: 5n }], live, [cell(2n, 11n, 5n)], [11n])
    expect(edit).toEqual({ releases: [], proposals: [], items: [] })
  })
})
