import { amountTextOf } from "../../src/admin/lib/amount-text-of"
import { movedBy } from "../../src/admin/features/order/grid/effects"
import { GridStore } from "../../src/admin/features/order/grid/grid-store"
import { stateOfRow } from "../../src/admin/features/order/grid/row-state"
import { oversIn } from "../../src/admin/features/order/grid/too-much"
import { instalmentDetail, moneyDetail } from "../../src/admin/features/order/grid/head-details"
import { columnWidth, widthsOf } from "../../src/admin/features/order/grid/widths"
import { relativeDay } from "../../src/admin/lib/dates"
import type { InstalmentView, LedgerItemView, MatrixColumn, OrderReconciliation } from "../../src/types/http"
import { speechOf, plain } from "../support/admin-speech"
import { gridOrder } from "../support/grid-order"

const storeOf = (order: OrderReconciliation): GridStore =>
  new GridStore({
    order,
    as: amountTextOf("en", order),
    today: "2026-11-27",
    canEdit: true,
    titleOf: ({ id }) => id,
  })

/** 60, 20; of a payment of 70 nothing is on them yet. */
const shop = (): GridStore => storeOf(gridOrder({ items: [6000n, 2000n], payments: [7000n] }))

function type(store: GridStore, text: string): void {
  store.press({ key: text[0] ?? "", ctrl: false, shift: false, alt: false })
  store.type(text)
}
const enter = (store: GridStore): boolean =>
  store.press({ key: "Enter", ctrl: false, shift: false, alt: false })

describe("What the grid counts and marks while somebody types", () => {
  it("counts what is typed as a change as soon as it is another amount, and no longer once it is given up", () => {
    const store = shop()
    store.go({ row: 1, column: 2 })
    const counts: number[] = []
    for (const text of ["5", "5x", "50", "0"]) {
      type(store, text)
      counts.push(store.unsaved.length)
    }
    expect(counts).toEqual([1, 0, 1, 0])
    expect(store.changes.count).toBe(0)
    type(store, "50")
    expect(movedBy(store)).toBe(5000n)
    store.press({ key: "Escape", ctrl: false, shift: false, alt: false })
    expect(store.unsaved).toEqual([])
  })

  it("marks the cell by which it became too much, not the neighbour that fitted before", () => {
    const store = shop()
    store.go({ row: 1, column: 2 })
    type(store, "60")
    enter(store)
    type(store, "20")
    expect([...store.tooMuch]).toEqual(["line:2 3"])
    enter(store)
    expect([...store.tooMuch]).toEqual(["line:2 3"])
    // The one that is changed last is at fault, whichever was changed first.
    store.go({ row: 1, column: 2 })
    type(store, "59")
    enter(store)
    expect([...store.tooMuch]).toEqual(["line:1 3"])
    type(store, "10")
    expect([...store.tooMuch]).toEqual([])
  })

  it("names each item and payment that is too much, by how much, and where to look", () => {
    const store = shop()
    store.put([
      { row: "line:1", column: "3", units: 6000n },
      { row: "line:2", column: "3", units: 2500n },
    ])
    const named = oversIn(store, store.sheet).map(({ of, by, at }) => [
      "row" in of ? of.row.id : of.column.id,
      by,
      at,
    ])
    expect(named).toEqual([
      ["line:2", 500n, { row: "line:2", column: "3" }],
      ["3", 1500n, { row: "line:2", column: "3" }],
    ])
    store.put([{ row: "line:2", column: "3", units: 0n }])
    expect(oversIn(store, store.sheet)).toEqual([])
  })

  it("calls no item full that a payment pays of which more is put than there is", () => {
    const store = shop()
    const states = (): string[] => ["line:1", "line:2"].map((key) => stateOfRow(store.sheet, key))
    store.put([{ row: "line:1", column: "3", units: 6000n }])
    expect(states()).toEqual(["full", "none"])
    store.put([{ row: "line:2", column: "3", units: 2000n }])
    expect(store.sheet.excess.rows.size).toBe(0)
    expect(states()).toEqual(["partial", "partial"])
    store.put([{ row: "line:2", column: "3", units: 1000n }])
    expect(states()).toEqual(["full", "partial"])
  })

  it("marks what was inferred from history until it is changed", () => {
    const order = gridOrder({
      items: [6000n],
      payments: [7000n],
      cells: [{ item: 0, payment: 0, amount: 5000n }],
    })
    const store = storeOf({ ...order, cells: order.cells.map((cell) => ({ ...cell, inferred: true })) })
    const inferred = (): boolean[] =>
      store.columns.map((column) => {
        const [, row] = store.rows
        return row !== undefined && store.cell(row, column).inferred
      })
    expect(inferred()).toEqual([false, false, true, false, false, false])
    store.put([{ row: "line:1", column: "2", units: 4000n }])
    expect(inferred()).not.toContain(true)
  })

  it("marks as many of the latest as the excess takes", () => {
    const store = shop()
    store.put([
      { row: "line:1", column: "3", units: 6000n },
      { row: "line:2", column: "3", units: 500n },
    ])
    store.put([{ row: "line:2", column: "3", units: 1500n }])
    expect([...store.tooMuch]).toEqual(["line:2 3"])
    store.put([{ row: "line:1", column: "3", units: 9500n }])
    expect([...store.tooMuch].toSorted()).toEqual(["line:1 3"])
  })

  it("names how much is moved from one item to another once", () => {
    const cells = [{ item: 0, payment: 0, amount: 6000n }]
    const store = storeOf(gridOrder({ items: [6000n, 2000n], payments: [6000n], cells }))
    store.put([
      { row: "line:1", column: "3", units: 4000n },
      { row: "line:2", column: "3", units: 2000n },
    ])
    expect(movedBy(store)).toBe(2000n)
  })
})

describe("F67: a cell of which some was settled before the order moved", () => {
  /** Of 60, 40 were settled where the order was before; the payment came along with 30, of which 10 are on the item. */
  function moved(): GridStore {
    const order = gridOrder({
      items: [6000n],
      payments: [7000n],
      cells: [{ item: 0, payment: 0, amount: 5000n }],
    })
    const [charge, payment] = order.items
    if (!charge || !payment) throw new Error("the order has no items")
    const part = (item: LedgerItemView, id: string, more: Partial<LedgerItemView>): LedgerItemView => ({
      ...item,
      id,
      moved_away: false,
      ...more,
    })
    const again = (item: LedgerItemView): string => `move:in:${item.key}#${item.sequence}`
    const left = (item: LedgerItemView): string => `move:out:${item.key}#${item.sequence}`
    const gone = { moved_away: true }
    return storeOf({
      ...order,
      items: [
        part(charge, "1", { ...gone, allocated: "60.00" }),
        part(payment, "2", { ...gone, allocated: "70.00" }),
        part(charge, "3", {
          ...gone,
          key: left(charge),
          kind: "transfer",
          side: "credit",
          amount: "20.00",
          allocated: "20.00",
        }),
        part(payment, "4", {
          ...gone,
          key: left(payment),
          kind: "transfer",
          side: "debit",
          amount: "30.00",
          allocated: "30.00",
        }),
        part(charge, "5", { key: again(charge), amount: "20.00", allocated: "10.00", origin_item_id: "1" }),
        part(payment, "6", { key: again(payment), amount: "30.00", allocated: "10.00", origin_item_id: "2" }),
      ],
      allocations: [
        ["1", "2", "1", "40.00"],
        ["2", "3", "1", "20.00"],
        ["3", "2", "4", "30.00"],
        ["4", "6", "5", "10.00"],
      ].map(([id = "", credit = "", debit = "", amount = ""]) => ({
        id,
        credit_item_id: credit,
        debit_item_id: debit,
        amount,
        rule: "line_order",
        instalment_id: null,
      })),
    })
  }

  it("is brought down to that and not below: typed, pasted or cleared", () => {
    const store = moved()
    store.go({ row: 1, column: 2 })
    expect(store.sheet.cells.get("line:1", "2")).toBe(5000n)
    type(store, "39.99")
    enter(store)
    expect([store.mode, store.note]).toMatchObject(["over", { kind: "unreadable", why: "below_moved" }])
    store.type("40")
    enter(store)
    expect(store.changes.cells(2)).toEqual([{ row: "line:1", column: "2", amount: "40.00" }])
    store.discard()
    store.go({ row: 1, column: 2 })
    expect(store.paste("12").refused).toMatchObject([{ text: "12", reason: "below_moved" }])
    store.clear()
    expect(store.changes.all).toMatchObject([{ row: "line:1", amount: 4000n }])
  })
})

describe("How wide columns are", () => {
  const usual = {
    sides: { item: 224, amount: 80, total: 86, rest: 98 },
    wanted: { least: 86, usual: 102 },
  }

  it.each([
    ["just fit", 5, 1000, 102],
    ["fit with room to spare, of which the items get the most", 4, 1400, 130],
    ["are not known yet", 20, 0, 102],
    ["would have no room for even one", 20, 560, 102],
    ["are none", 0, 1400, 130],
  ])("is the usual width, or somewhat more, where they %s", (_, columns, box, width) => {
    expect(columnWidth(columns, box, usual)).toBe(width)
  })

  it("is less where more of them are in sight so, and no less than their words need", () => {
    expect(columnWidth(8, 1196, usual)).toBe(88)
    expect(columnWidth(8, 488 + 8 * 86 - 1, usual)).toBe(98)
  })

  it("leaves none cut beside the sums where not all fit", () => {
    for (let box = 700; box < 1500; box += 7) {
      const width = columnWidth(50, box, usual)
      const room = box - 488
      expect(width).toBeGreaterThanOrEqual(86)
      // What is over is less than the space before an amount.
      expect(room - Math.floor(room / width) * width).toBeLessThan(12)
    }
  })

  it("follows the longest amount, wherever it stands", () => {
    const asIs = (value: string): string => value
    const small = gridOrder({ items: [1_200n], payments: [1_200n] })
    expect(widthsOf(small, asIs)).toEqual(usual)
    const long = widthsOf(gridOrder({ items: [123_456_789_012n], payments: [1_200n] }), asIs)
    expect([long.sides.amount, long.sides.total, long.sides.rest]).toEqual([120, 120, 120])
    expect(long.wanted).toEqual(usual.wanted)
    const paid = widthsOf(gridOrder({ items: [1_200n], payments: [-123_456_789_012n] }), asIs)
    expect(paid.wanted).toEqual({ least: 125, usual: 125 })
    const planned = { instalments: [{ amount: "1234567890.12" }] } as OrderReconciliation["plan"]
    // Beside the amount stands a lock.
    expect(widthsOf({ ...small, plan: planned }, asIs).wanted).toEqual({ least: 136, usual: 136 })
    expect(paid.sides.amount).toBe(125)
  })
})

describe("What the head of a column says beside the amount", () => {
  const { t } = speechOf("en")
  const [column] = gridOrder({ items: [1n], payments: [1n] }).columns
  const of = (more: Partial<MatrixColumn>): string | null =>
    column ? moneyDetail({ ...column, ...more }, t) : null

  it.each<[string, Partial<MatrixColumn>, string | null]>([
    ["the number that a person gave", { kind: "deposit", reference: "CHQ 7315" }, "CHQ 7315"],
    ["that money waits on the account", { kind: "deposit", reference: "deposit:key" }, "on account"],
    ["that a credit moves between items", { kind: "credit", amount: "0.00" }, "between items"],
    ["how a refund went", { kind: "refund", method: "card" }, "Card"],
    ["what took money back", { kind: "reversal", detail: "chargeback" }, "Chargeback"],
    ["nothing of a capture, whose id says nothing", { kind: "payment", reference: "capt_1" }, null],
  ])("is %s", (_, more, said) => {
    expect(of(more)).toBe(said)
  })

  it("says of a planned payment how far it is away, or what has become of it", () => {
    const instalment = { state: "scheduled", due_on: "2026-12-01" } as InstalmentView
    const said = (more: Partial<InstalmentView>, language: "en" | "fr" = "en") =>
      plain(
        instalmentDetail(
          { ...instalment, ...more },
          { t: speechOf(language).t, locale: language, today: "2026-11-27" },
        ),
      )
    expect([said({}), said({ due_on: "2027-01-04" }), said({}, "fr"), said({ state: "overdue" })]).toEqual([
      "in 4 days",
      "in 5 weeks",
      "dans 4 jours",
      "Overdue",
    ])
    expect(
      ["2026-11-28", "2027-06-01", "2030-01-01"].map((day) => relativeDay("en", "2026-11-27", day)),
    ).toEqual(["tomorrow", "in 6 months", "in 3 years"])
  })
})
