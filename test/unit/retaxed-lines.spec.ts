import { Book } from "../support/book"
import { HostTimeline } from "../support/host-timeline"

const day = (number: number): string => `2026-01-0${number}T12:00:00.000Z`

/** A price of 120 that contains 20 %, and then another rate. */
function retaxed({ rate, paid }: { rate: number; paid: boolean }): Book {
  const timeline = new HostTimeline({ rates: { A: [20] } }).place({ A: "120" })
  const book = new Book()
  if (paid) timeline.capture(day(2), "120", { id: "cap1" })
  book.read(timeline)
  timeline.retax(day(3), { A: "120" }, { A: [rate] })
  book.read(timeline)
  if (!paid) timeline.capture(day(4), "120", { id: "cap1" })
  book.read(timeline)
  return book
}

/** What allocations say of tax: charged less credited, in cents. */
function taxPaid({ items }: Book): bigint {
  return items.reduce((sum, { side, taxesAllocated }) => {
    const taken = taxesAllocated.reduce((all, part) => all + part, 0n)
    return side === "debit" ? sum + taken : sum - taken
  }, 0n)
}

describe("A line taxed anew at the same total, where prices contain their tax", () => {
  it.each([
    { rate: 10, paid: true, tax: 1091n },
    { rate: 10, paid: false, tax: 1091n },
    { rate: 0, paid: true, tax: 0n },
    { rate: 25, paid: false, tax: 2400n },
    { rate: 20, paid: true, tax: 2000n },
  ])("at $rate % contains that tax, and costs what it did: paid before $paid", ({ rate, paid, tax }) => {
    const book = retaxed({ rate, paid })
    expect(taxPaid(book)).toBe(tax)
    expect(book.matrix().rows).toMatchObject([{ net: 12000n, allocated: 12000n, open: 0n }])
  })

  it("is posted once, and again when it is taxed as before", () => {
    const timeline = new HostTimeline({ rates: { A: [20] } })
      .place({ A: "120" })
      .capture(day(2), "120", { id: "cap1" })
    const book = new Book()
    book.read(timeline)
    timeline.retax(day(3), { A: "120" }, { A: [10] })
    book.read(timeline)
    book.read(timeline)
    expect(book.items.map(({ side, kind, amount }) => `${side} ${kind} ${amount}`)).toEqual([
      "debit charge 12000",
      "credit payment 12000",
      "debit adjustment 2000",
      "credit adjustment 2000",
    ])
    timeline.retax(day(4), { A: "120" }, { A: [20] })
    book.read(timeline)
    expect(taxPaid(book)).toBe(2000n)
  })
})
