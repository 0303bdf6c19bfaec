import type { AllocationExplanation, MatrixCell, MatrixColumn, MatrixRow } from "../../src/types/http"
import type { Order } from "../../src/admin/features/order/why/step"
import { isPlannedFor, stepsOf } from "../../src/admin/features/order/why/why"
import { byReason } from "../../src/admin/features/order/why/why-not"
import { saidHere } from "../../src/admin/features/order/why/said-here"
import {
  BOOK_CREDIT,
  CARD,
  CHEQUE,
  COURSE,
  item,
  REFUND,
  RETURNED,
  STAND,
  STRINGS,
  VIOLIN,
  type Item,
} from "../support/admin-items"
import { plain, speechOf } from "../support/admin-speech"

const [EARLY, CHEQUE_AT, LATE] = [
  "2026-10-02T10:00:00.000Z",
  "2026-10-19T15:02:00.000Z",
  "2026-11-20T10:00:00.000Z",
]
const PARCEL = item({ kind: "charge", side: "debit", row: "line:Parcel", title: "Parcel" })
const ROWS: [Item, string][] = [
  [VIOLIN, "612.00"],
  [STAND, "107.10"],
  [STRINGS, "76.50"],
  [COURSE, "378.00"],
  [PARCEL, "12.75"],
]

let ids = 100
const part = (
  credit: Item,
  debit: Item,
  { amount, open = amount, ...more }: { amount: string; open?: string } & Partial<AllocationExplanation>,
): AllocationExplanation => ({
  allocation_id: String((ids += 1)),
  origin: "auto",
  step: 1,
  amount,
  rule: "line_order",
  credit,
  debit,
  credit_open_before: amount,
  debit_open_before: open,
  limit: "settled",
  because: "",
  recorded_at: CHEQUE_AT,
  ...more,
})
const cell = (row: Item, column: Item, ...explanations: AllocationExplanation[]): MatrixCell => ({
  row: row.row ?? "",
  column: column.id,
  amount: explanations[0]?.amount ?? "",
  inferred: false,
  explanations,
})
const orderOf = (
  cells: MatrixCell[],
  more: { cameLate?: Item[]; left?: string; reserved?: Item[] } = {},
): Order =>
  ({
    digits: 2,
    rows: ROWS.map(([{ row, title }, net]) => ({ key: row, title, net }) as MatrixRow),
    columns: [CARD, CHEQUE, RETURNED, REFUND].map(
      ({ id, kind }) =>
        ({
          id,
          kind: kind === "adjustment" ? "credit" : kind,
          unallocated: more.left ?? "0.00",
        }) as MatrixColumn,
    ),
    cells,
    items: ROWS.map(([one, amount]) => ({
      row: one.row,
      side: "debit",
      amount,
      occurred_at: more.cameLate?.includes(one) ? LATE : EARLY,
    })),
    plan: more.reserved && {
      instalments: [{ reserved: more.reserved.map(({ row }) => ({ row, amount: "5.00" })) }],
    },
  }) as unknown as Order

const told = (asked: MatrixCell, order: Order): { steps: string[]; missed: string[] } => {
  const { steps, missed } = stepsOf(asked, order)
  return {
    steps: steps.map(
      ({ row, openThen, took, isAsked }) => `${row.title} ${openThen} ${took}${isAsked ? " asked" : ""}`,
    ),
    missed: missed.map(({ row, why }) => `${row.title}: ${why}`),
  }
}

describe("F18: why an amount is here, step by step", () => {
  const toCourse = cell(COURSE, CHEQUE, part(CHEQUE, COURSE, { amount: "25.55", open: "378.00", step: 3 }))
  const byCheque = [
    toCourse,
    cell(VIOLIN, CHEQUE, part(CHEQUE, VIOLIN, { amount: "12.00", step: 1 })),
    cell(STAND, CHEQUE, part(CHEQUE, STAND, { amount: "107.10", step: 2 })),
  ]
  const byCard = cell(STRINGS, CARD, part(CARD, STRINGS, { amount: "76.50", recorded_at: EARLY }))

  it("lists what the money reached in its order, with what each had open then, and why the others got nothing", () => {
    expect(told(toCourse, orderOf([...byCheque, byCard]))).toEqual({
      steps: [
        "Violin outfit 12.00 12.00",
        "Music stand 107.10 107.10",
        "Course of six lessons 378.00 25.55 asked",
      ],
      missed: ["Guitar strings: settled", "Parcel: later"],
    })
  })

  it("an item that came to the order afterwards is not called passed over", () => {
    const order = orderOf(byCheque, { cameLate: [PARCEL] })
    expect(told(toCourse, order).missed).toContain("Parcel: notYet")
  })

  it("an item before the last one that is kept for an instalment, and one of which nothing is proved", () => {
    expect(told(toCourse, orderOf(byCheque, { reserved: [STRINGS] })).missed).toEqual([
      "Guitar strings: reserved",
      "Parcel: later",
    ])
    expect(told(toCourse, orderOf(byCheque, { left: "9.00" })).missed).toEqual([
      "Guitar strings: null",
      "Parcel: null",
    ])
    expect(told(toCourse, orderOf(byCheque)).missed).toContain("Guitar strings: nothingLeft")
  })

  it("what was settled after the money came, or is settled in part, was not settled already", () => {
    const after = cell(STRINGS, CARD, part(CARD, STRINGS, { amount: "76.50", recorded_at: LATE }))
    const inPart = cell(STRINGS, CARD, part(CARD, STRINGS, { amount: "76.49", recorded_at: EARLY }))
    for (const one of [after, inPart])
      expect(told(toCourse, orderOf([...byCheque, one])).missed).toContain("Guitar strings: nothingLeft")
  })

  it("what the same moment settled by an earlier step was settled already", () => {
    const before = cell(STRINGS, CARD, part(CARD, STRINGS, { amount: "76.50", step: 2 }))
    expect(told(toCourse, orderOf([...byCheque, before])).missed).toContain("Guitar strings: settled")
  })

  it("money that a person placed reached what the person chose", () => {
    const placed = cell(VIOLIN, CARD, part(CARD, VIOLIN, { amount: "20.00", rule: "manual" }))
    expect(
      byReason(stepsOf(placed, orderOf([placed])).missed).map(({ why, rows }) => [why, rows.length]),
    ).toEqual([["byHand", 4]])
  })

  it("two changes of the same money stand one after the other", () => {
    const first = cell(PARCEL, CHEQUE, part(CHEQUE, PARCEL, { amount: "1.00", step: 9, recorded_at: EARLY }))
    expect(told(toCourse, orderOf([...byCheque, first])).steps[0]).toBe("Parcel 1.00 1.00")
  })

  it("a credit's amount stands once, with the item that took it, whichever of the two is asked about", () => {
    const moved = part(RETURNED, COURSE, { amount: "38.25", open: "50.00", rule: "own_order" })
    const [from, to] = [cell(STRINGS, RETURNED, moved), cell(COURSE, RETURNED, moved)]
    for (const asked of [from, to])
      expect(told(asked, orderOf([from, to])).steps).toEqual(["Course of six lessons 50.00 38.25 asked"])
  })

  it("a refund lists the items that gave, and asks for no others", () => {
    const gave = cell(
      STRINGS,
      REFUND,
      part(BOOK_CREDIT, REFUND, { amount: "30.60", credit_open_before: "40.00" }),
    )
    expect(told(gave, orderOf([gave]))).toEqual({ steps: ["Guitar strings 40.00 30.60 asked"], missed: [] })
  })

  it("leaves out rounding, and postings without an allocation", () => {
    const rounding = item({ kind: "rounding", side: "credit", row: "round:1" })
    const odd = cell(
      VIOLIN,
      CHEQUE,
      part(rounding, VIOLIN, { amount: "0.01" }),
      part(CHEQUE, VIOLIN, { amount: "1.00", allocation_id: null, recorded_at: null }),
    )
    expect(told(odd, orderOf([odd]))).toEqual({ steps: [], missed: [] })
  })

  it("knows an item that waits for instalments, unless one of them paid it", () => {
    const order = orderOf(byCheque, { reserved: [COURSE] })
    expect(isPlannedFor(toCourse, order)).toBe(true)
    const fulfilled = cell(COURSE, CHEQUE, part(CHEQUE, COURSE, { amount: "1.00", rule: "instalment" }))
    expect(isPlannedFor(fulfilled, order)).toBe(false)
    expect(isPlannedFor(toCourse, orderOf(byCheque))).toBe(false)
  })
})

describe("F18: why an amount is here, in words", () => {
  const toCourse = cell(
    COURSE,
    CHEQUE,
    part(CHEQUE, COURSE, { amount: "25.55", open: "378.00", step: 3, limit: "used_up" }),
  )
  const byCheque = [
    toCourse,
    cell(VIOLIN, CHEQUE, part(CHEQUE, VIOLIN, { amount: "12.00", step: 1 })),
    cell(STAND, CHEQUE, part(CHEQUE, STAND, { amount: "107.10", step: 2 })),
  ]
  const said = (
    asked: MatrixCell,
    {
      amount = "144.65",
      elsewhere = "0.00",
      orders = 0,
      cells = byCheque,
      language = "en",
    }: {
      amount?: string
      elsewhere?: string
      orders?: number
      cells?: MatrixCell[]
      language?: "en" | "fr"
    } = {},
  ): string => {
    const [explanation] = asked.explanations
    const { steps } = stepsOf(asked, orderOf(cells))
    const column = { amount, elsewhere: { amount: elsewhere, orders } }
    const { amount: written, ...speech } = speechOf(language, ["usd", 2])
    return explanation
      ? plain(
          saidHere(explanation, { column, steps, speech: { ...speech, amount: written, money: written } }),
        )
      : ""
  }

  it("tells what the money brought, and which item in turn this was", () => {
    expect(said(toCourse)).toBe(
      "Cheque CHQ 7315 brought 144.65. It filled the items of this order from first to last; this one was number 3 and took the rest.",
    )
    expect(said(byCheque[1] ?? toCourse)).toContain("this one was number 1 and got all that it had open.")
    expect(said(toCourse, { language: "fr" })).toBe(
      "Chèque CHQ 7315 : 144,65 reçus. Ils ont rempli les articles de cette commande, du premier au dernier ; celui-ci était le nº 3 et a pris le reste.",
    )
  })

  it("tells what other orders took of it", () => {
    expect(said(toCourse, { amount: "354.65", elsewhere: "210.00", orders: 2 })).toBe(
      "Cheque CHQ 7315 brought 354.65. 2 other orders took 210.00 of it. 144.65 of it filled the items of this order from first to last; this one was number 3 and took the rest.",
    )
  })

  it("counts no turn where the money came here more than once, or by a person", () => {
    const later = cell(STRINGS, CHEQUE, part(CHEQUE, STRINGS, { amount: "1.00", recorded_at: LATE }))
    expect(said(toCourse, { cells: [...byCheque, later] })).toBe(
      "Cheque CHQ 7315 brought 144.65. Money fills the items in the order’s own order, first to last. Course of six lessons had 378.00 open; 25.55 was left for it.",
    )
    const placed = cell(VIOLIN, CARD, part(CARD, VIOLIN, { amount: "20.00", rule: "manual" }))
    expect(said(placed, { cells: [placed], amount: "20.00" })).toBe(
      "Card payment of Oct 2, 2026 brought 20.00. A person put it there. Violin outfit had 20.00 open and got all of it.",
    )
  })

  it("names the item whose credit it is", () => {
    const moved = cell(COURSE, RETURNED, part(RETURNED, COURSE, { amount: "38.25", rule: "own_order" }))
    expect(said(moved, { cells: [moved], amount: "0.00" })).toBe(
      "Credit of Guitar strings: what a lowered item has to give settles other items of its order. Course of six lessons had 38.25 open and got all of it.",
    )
  })
})
