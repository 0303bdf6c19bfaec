import { warningsOf } from "../../src/modules/reconciliation/domain/order/warnings"
import { signedTaxes } from "../../src/modules/reconciliation/domain/tax-parts"
import { Book } from "../support/book"
import { HostTimeline } from "../support/host-timeline"

const day = (number: number): string => `2026-01-0${number}T12:00:00.000Z`
const RATES = { A: [20], B: [20], C: [20], ship: [20] }

/** The standard order with a trade-in of 20 and its tax. */
const traded = (): HostTimeline =>
  new HostTimeline({ rates: RATES }).place({ A: "108", B: "36", C: "-24", ship: "24" })

/** All the tax that stands in the ledger's rows, in cents. */
function taxOf({ items }: Book): bigint {
  return items.flatMap((item) => [...signedTaxes(item)]).reduce((sum, { amount }) => sum + amount, 0n)
}

function read(timeline: HostTimeline): Book {
  const book = new Book()
  book.read(timeline)
  return book
}

describe("A line below zero", () => {
  it("contains tax below zero, so that the order's tax is the host's", () => {
    expect(taxOf(read(traded()))).toBe(2400n)
  })

  it.each<[string, string | null, bigint]>([
    ["further below zero", "-36", 2200n],
    ["up to zero", "0", 2800n],
    ["up through zero", "24", 3200n],
    ["off the order", null, 2800n],
  ])("keeps the order's tax right when it goes %s", (_, total, tax) => {
    const timeline = traded().capture(day(2), "144", { id: "cap1" })
    const book = read(timeline)
    book.read(timeline.edit(day(3), { C: total }))
    expect(taxOf(book)).toBe(tax)
    book.read(timeline.edit(day(4), { C: "-24" }))
    expect(taxOf(book)).toBe(2400n)
  })

  it("is taxed anew at the same total", () => {
    const timeline = traded()
    const book = read(timeline)
    timeline.retax(day(3), { A: "108", B: "36", C: "-24", ship: "24" }, { ...RATES, C: [50] })
    book.read(timeline)
    expect(taxOf(book)).toBe(2000n)
  })

  it("leaves no tax when the order is cancelled", () => {
    const timeline = traded()
    const book = read(timeline)
    book.read(timeline.cancel(day(3)))
    expect(taxOf(book)).toBe(0n)
  })

  it("that gives what it is worth to the others is no refund, and nothing is warned of", () => {
    const book = read(traded().capture(day(2), "144", { id: "cap1" }))
    expect(warningsOf(book.matrix(), 2)).toEqual([])
  })
})

describe("Rounding below zero", () => {
  it("is no refund, and nothing is warned of", () => {
    const timeline = new HostTimeline({ rates: RATES }).place({
      A: "23.988",
      B: "25.188",
      C: "26.388",
      ship: "12",
    })
    const book = read(timeline.capture(day(2), "87.56", { id: "cap1" }))
    const matrix = book.matrix()
    expect(matrix.rows.map(({ allocated }) => allocated)).toContain(-1n)
    expect(warningsOf(matrix, 2)).toEqual([])
  })
})
