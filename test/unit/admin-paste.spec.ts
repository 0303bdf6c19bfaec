import { readBlock } from "../../src/admin/features/order/grid/clipboard"
import {
  planPaste,
  type PasteAt,
  type PastePlan,
  type PasteTarget,
} from "../../src/admin/features/order/grid/paste"
import { AMOUNT_TEXTS, type Written } from "../support/amount-texts"

const FREE = (): null => null

/** Rows Boots, Coat, Hat, 501; columns Cash, Card, Refund; keys are the first letters. */
const SHOP: PasteTarget = {
  rows: ["Boots", "Coat", "Hat", "501"].map((title) => ({ key: title.charAt(0).toLowerCase(), title })),
  columns: [
    { id: "cash", title: "Cash\nNov 26", takes: "positive" },
    { id: "card", title: "Card", takes: "positive" },
    { id: "refund", title: "Refund", takes: "negative" },
  ],
  lockOf: FREE,
}

interface Given {
  at?: Partial<PasteAt>
  target?: Partial<PasteTarget>
  written?: Written
  thousands?: "," | "."
}

function paste(plain: string, { at, target, written = "USD en", thousands }: Given = {}): PastePlan {
  const { top = 0, left = 0 } = at ?? {}
  return planPaste(readBlock(plain), {
    target: { ...SHOP, ...target },
    at: { bottom: top, right: left, ...at, top, left },
    as: AMOUNT_TEXTS[written],
    thousands,
  })
}

/** "b.cash 12.00": what is put where, in minor units. */
const puts = (plan: PastePlan): string[] => plan.put.map((cell) => `${cell.row}.${cell.column} ${cell.units}`)

/** The counts of a plan, for its report. */
const counts = ({ put, locked, refused, kept, clipped, total }: PastePlan) => ({
  put: put.length,
  locked: locked.length,
  refused: refused.length,
  kept,
  clipped,
  total,
})

const NOTHING = { put: 0, locked: 0, refused: 0, kept: 0, clipped: 0, total: 0 }

describe("A block", () => {
  it("lands from the first cell of the selection on, in its own size", () => {
    const plan = paste("1\t2\n3\t4", { at: { top: 1, bottom: 3 } })
    expect(puts(plan)).toEqual(["c.cash 100", "c.card 200", "h.cash 300", "h.card 400"])
    expect(counts(plan)).toEqual({ ...NOTHING, put: 4, total: 4 })
  })

  it("is clipped at the edge, ragged rows keep their length, blank cells leave what stands", () => {
    const plan = paste("1\t2\t\t4\n\n5", { at: { top: 2, left: 1 } })
    expect(puts(plan)).toEqual(["h.card 100"])
    expect(plan.refused).toEqual([{ row: "h", column: "refund", text: "2", reason: "positive_in_refund" }])
    expect(counts(plan)).toEqual({ put: 1, locked: 0, refused: 1, kept: 1, clipped: 2, total: 4 })
  })

  it("clears with zeros and dashes, also refunds", () => {
    expect(puts(paste("0\t-\t–"))).toEqual(["b.cash 0", "b.card 0", "b.refund 0"])
  })

  it("is refused where a sign is wrong or a text is no amount, with the text", () => {
    const plan = paste("(12.00)\t12.345\t12\n€1\t1e3\t-12")
    expect(puts(plan)).toEqual(["c.refund -1200"])
    expect(plan.refused).toEqual([
      { row: "b", column: "cash", text: "(12.00)", reason: "negative_in_payment" },
      { row: "b", column: "card", text: "12.345", reason: "too_precise" },
      { row: "b", column: "refund", text: "12", reason: "positive_in_refund" },
      { row: "c", column: "cash", text: "€1", reason: "other_currency" },
      { row: "c", column: "card", text: "1e3", reason: "not_a_number" },
    ])
  })

  it("leaves locked cells alone and counts them, whatever is pasted, unless it is blank", () => {
    const lockOf = (row: number, column: number) => (row === 0 || column === 2 ? "planned" : null)
    const plan = paste("1\tx\t\n2\t\t-3", { target: { lockOf } })
    expect(puts(plan)).toEqual(["c.cash 200"])
    expect(plan.locked).toEqual([
      { row: "b", column: "cash" },
      { row: "b", column: "card" },
      { row: "c", column: "refund" },
    ])
    expect(counts(plan)).toEqual({ put: 1, locked: 3, refused: 0, kept: 2, clipped: 0, total: 4 })
  })

  it("puts amounts as they are, however large, up to what an amount can be", () => {
    const plan = paste("9999999999999.99\t10000000000000.01")
    expect(puts(plan)).toEqual(["b.cash 999999999999999"])
    expect(plan.refused.map(({ reason }) => reason)).toEqual(["too_large"])
  })

  it("of nothing does nothing", () => {
    expect(counts(paste(""))).toEqual({ ...NOTHING, kept: 1 })
  })
})

describe("One value", () => {
  const all = { top: 1, left: 0, bottom: 2, right: 1 }

  it("fills the selection", () => {
    const plan = paste("12\r\n", { at: all })
    expect(puts(plan)).toEqual(["c.cash 1200", "c.card 1200", "h.cash 1200", "h.card 1200"])
    expect(counts(plan)).toEqual({ ...NOTHING, put: 4, total: 4 })
  })

  it("fills around locked cells and signs that do not fit", () => {
    const lockOf = (row: number, column: number) => (row === 1 && column === 0 ? "planned" : null)
    const plan = paste("12", { at: { ...all, right: 2 }, target: { lockOf } })
    expect(puts(plan)).toEqual(["c.card 1200", "h.cash 1200", "h.card 1200"])
    expect(counts(plan)).toEqual({ ...NOTHING, put: 3, locked: 1, refused: 2, total: 6 })
  })

  it("beside its heading fills the selection too", () => {
    expect(puts(paste("Card\n5", { at: { top: 0, left: 1, bottom: 1, right: 1 } }))).toEqual([
      "b.card 500",
      "c.card 500",
    ])
  })
})

describe("Headings", () => {
  it.each<[string, string]>([
    ["of columns", "cash Nov 26\tCard\n1\t2"],
    ["of columns, one of them blank", "\tCARD\n1\t2"],
    ["of rows", " Boots \t1\t2"],
    ["of both", "\tCash Nov 26\tCard\nBoots\t1\t2"],
    ["of both, with a corner of its own", 'Item\t"Cash\nNov 26"\tCard\nBoots\t1\t2'],
  ])("%s are dropped", (_, plain) => {
    const plan = paste(plain)
    expect(puts(plan)).toEqual(["b.cash 100", "b.card 200"])
    expect(counts(plan)).toEqual({ ...NOTHING, put: 2, total: 2 })
    expect(plan.headingsElsewhere).toBe(false)
  })

  it.each<[string, string, PasteAt]>([
    ["columns in another order", "Card\tCash Nov 26\n1\t2", { top: 0, left: 0, bottom: 0, right: 0 }],
    ["another row", "Boots\t1", { top: 1, left: 0, bottom: 1, right: 0 }],
    ["columns beyond the edge", "Refund\tCard\n-1\t2", { top: 0, left: 2, bottom: 0, right: 2 }],
    ["another row, the columns fit", "\tCash Nov 26\nBoots\t1", { top: 1, left: 0, bottom: 1, right: 0 }],
  ])("that name %s are dropped and told of", (_, plain, at) => {
    const plan = paste(plain, { at })
    expect(plan.refused).toEqual([])
    expect(plan.headingsElsewhere).toBe(true)
  })

  it("that are no titles of the grid stay, and are refused", () => {
    const plan = paste("Cash Nov 26\tCheque\n1\t2")
    expect(plan.refused.map(({ text }) => text)).toEqual(["Cash Nov 26", "Cheque"])
    expect(puts(plan)).toEqual(["c.cash 100", "c.card 200"])
  })

  it("that are titles in one direction only, behind a corner that is none, stay too", () => {
    const plan = paste("Item\t5\nBoots\t1")
    expect(plan.refused.map(({ text }) => text)).toEqual(["Item", "Boots"])
    expect(puts(plan)).toEqual(["b.card 500", "c.card 100"])
    expect(puts(paste("Item\tCard\n1\t2"))).toEqual(["c.cash 100", "c.card 200"])
  })

  it("that are blank are cells", () => {
    expect(puts(paste("\t1\n\t2"))).toEqual(["b.card 100", "c.card 200"])
    expect(puts(paste("\t\n1\t2"))).toEqual(["c.cash 100", "c.card 200"])
  })

  it("alone, with no amounts, are no headings", () => {
    expect(paste("Cash Nov 26\tCard").refused).toHaveLength(2)
    expect(paste("Boots\nCoat").refused).toHaveLength(2)
  })

  it("that look like amounts must stand in their places", () => {
    expect(puts(paste("501\t1\n501\t2"))).toEqual([
      "b.cash 50100",
      "b.card 100",
      "c.cash 50100",
      "c.card 200",
    ])
    expect(puts(paste("501\t1", { at: { top: 3, bottom: 3 } }))).toEqual(["5.cash 100"])
    expect(puts(paste("Hat\t1\n501\t2", { at: { top: 2, bottom: 2 } }))).toEqual(["h.cash 100", "5.cash 200"])
  })
})

describe("Signs that group thousands for some", () => {
  it("are settled by the block, also by cells that do not land", () => {
    expect(puts(paste("12,345\t1\t\t1.234,5", { written: "KWD en" }))).toEqual([
      "b.cash 12345",
      "b.card 1000",
    ])
    expect(puts(paste("1.234\t12,50"))).toEqual(["b.cash 123400", "b.card 1250"])
  })

  it("are asked for once where nothing settles them, and nothing is planned before", () => {
    const plan = paste("x\t2\t1\n12,345\t1,000", { written: "KWD en" })
    expect(plan).toMatchObject({ unclear: true, example: "12,345", put: [], locked: [], refused: [] })
    const answered = paste("x\t2\t1\n12,345\t1,000", { written: "KWD en", thousands: "," })
    expect(answered).toMatchObject({ unclear: false, example: null })
    expect(puts(answered)).toEqual(["b.card 2000", "c.cash 12345000", "c.card 1000000"])
  })

  it("are asked for where cells contradict each other, though the language would know", () => {
    expect(paste("12.50\t12,50\n1,234")).toMatchObject({ unclear: true, example: "1,234" })
  })

  it("are not asked for where the answer changes nothing: under a lock or beyond the edge", () => {
    const lockOf = (row: number) => (row === 1 ? "planned" : null)
    const plan = paste("1\t2\t-3\t12,345\n12,345", { written: "KWD en", target: { lockOf } })
    expect(plan).toMatchObject({ unclear: false, clipped: 1, locked: [{ row: "c", column: "cash" }] })
    expect(puts(plan)).toEqual(["b.cash 1000", "b.card 2000", "b.refund -3000"])
  })
})

describe("A block of 20 rows and 5 columns", () => {
  /** Payments p0, p1, p2 (locked), then refunds r3, r4. */
  const target: PasteTarget = {
    rows: Array.from({ length: 20 }, (_, row) => ({ key: `i${row}`, title: `Item ${row}` })),
    columns: ["p0", "p1", "p2", "r3", "r4"].map((id) => ({
      id,
      title: `Column ${id}`,
      takes: id.startsWith("r") ? "negative" : "positive",
    })),
    lockOf: (_, column) => (column === 2 ? "planned" : null),
  }
  const rows = target.rows.map(({ title }, row) => [
    title,
    row % 2 === 0 ? "1 234,50" : "",
    row % 4 === 0 ? "(12.00)" : "1\u202F234,50",
    "1 234,50",
    "(12.00)",
    row % 5 === 0 ? "-" : "",
  ])
  const plain = [["Item", ...target.columns.map(({ title }) => title)], ...rows]
    .map((row) => `${row.join("\t")}\r\n`)
    .join("")

  it("lands as the rules say, headings dropped", () => {
    const plan = paste(plain, { target, at: { bottom: 19, right: 4 } })
    const put = (column: string) =>
      plan.put.filter((cell) => cell.column === column).map(({ units }) => units)
    expect(put("p0")).toEqual(Array.from({ length: 10 }, () => 123450n))
    expect(put("p1")).toEqual(Array.from({ length: 15 }, () => 123450n))
    expect(put("p2")).toEqual([])
    expect(put("r3")).toEqual(Array.from({ length: 20 }, () => -1200n))
    expect(put("r4")).toEqual([0n, 0n, 0n, 0n])
    expect(plan.locked).toEqual(target.rows.map(({ key }) => ({ row: key, column: "p2" })))
    expect(plan.refused).toEqual(
      ["i0", "i4", "i8", "i12", "i16"].map((row) => ({
        row,
        column: "p1",
        text: "(12.00)",
        reason: "negative_in_payment",
      })),
    )
    expect(counts(plan)).toEqual({ put: 49, locked: 20, refused: 5, kept: 26, clipped: 0, total: 74 })
    expect(plan).toMatchObject({ unclear: false, headingsElsewhere: false })
  })

  it("put lower, is clipped and says that its headings name other rows", () => {
    const plan = paste(plain, { target, at: { top: 15, bottom: 15 } })
    expect(plan).toMatchObject({ clipped: 55, total: 74, headingsElsewhere: true })
    expect(plan.put[0]).toEqual({ row: "i15", column: "p0", units: 123450n })
  })
})
