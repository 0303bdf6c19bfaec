import { sharesOf } from "../../src/modules/reconciliation/domain/shares"
import { openAmount, type OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { Book } from "../support/book"
import { HostTimeline } from "../support/host-timeline"
import { brokenIdentities } from "../support/matrix-identities"
import { HostOrder } from "../support/model/host-order"
import { MemoryLedger } from "../support/model/memory-ledger"
import type { Picture } from "../support/model/world"

const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T12:00:00.000Z`
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** Cases on which other systems are known to lose or find a cent. */
describe("660.00 = 100 + 200 + 300, and 60 of tax as a line of its own, in three payments of 200", () => {
  const paidThrice = (): { timeline: HostTimeline; book: Book } => {
    const timeline = new HostTimeline().place({ A: "100", B: "200", C: "300", D: "60" })
    const book = new Book({ strategy: "pro_rata" })
    for (const number of [1, 2, 3]) {
      timeline.capture(day(number), "200", { id: `cap${number}` })
      book.read(timeline)
    }
    return { timeline, book }
  }

  it("gives columns of exactly 200.00 each", () => {
    const { columns, cells } = paidThrice().book.matrix()
    const sums = columns.map(({ item }) =>
      sum(cells.filter(({ columnItemId }) => columnItemId === item.id).map(({ amount }) => amount)),
    )
    expect(sums).toEqual([20_000n, 20_000n, 20_000n])
  })

  it("gives rows that add up to what was paid, each its share of it to a cent a payment", () => {
    const { book } = paidThrice()
    const { rows } = book.matrix()
    const allocated = rows.map((row) => row.allocated)
    expect(sum(allocated)).toBe(60_000n)
    expect(rows.map((row) => row.allocated + row.open)).toEqual([10_000n, 20_000n, 30_000n, 6_000n])
    const exact = sharesOf(60_000n, [10_000n, 20_000n, 30_000n, 6_000n], 66_000n)
    const off = allocated.map((amount, index) => amount - (exact[index] ?? 0n))
    expect(off.every((cents) => cents >= -1n && cents <= 1n)).toBe(true)
    expect(brokenIdentities(book.matrix(), book.items)).toEqual([])
  })

  it("is wholly paid by the missing 60.00, to the cent", () => {
    const { timeline, book } = paidThrice()
    timeline.capture(day(4), "60", { id: "cap4" })
    book.read(timeline)
    expect(book.matrix().rows.map(({ open }) => open)).toEqual([0n, 0n, 0n, 0n])
    expect(book.state()).toBe("full")
  })
})

describe("9.99 of tax in a line of 59.94 that is paid in halves", () => {
  const taxOf = ({ items, live }: Picture): { parts: bigint[]; counted: readonly bigint[] } => {
    const line = items.find(({ kind }) => kind === "charge") as OpenItem
    expect(line.taxes.map(({ amount }) => amount)).toEqual([999n])
    const parts = live.filter(({ debitItemId }) => debitItemId === line.id).flatMap((one) => one.debitTaxes)
    return { parts, counted: line.taxesAllocated }
  }

  const paid = async (): Promise<{ ledger: MemoryLedger; order: HostOrder }> => {
    const shape = { id: "order_1", digits: 2, customerId: "cus_1", at: day(1), giftCard: 0n }
    const order = new HostOrder({ ...shape, lines: [5994n], rates: { A: [20] } })
    order.capture(day(2), 2997n)
    order.capture(day(3), 2997n)
    const ledger = new MemoryLedger({ strategy: "line_order", digits: 2 })
    await ledger.read(order, "system")
    return { ledger, order }
  }

  it("is 9.99 in all, 5.00 and 4.99", async () => {
    const { ledger } = await paid()
    expect(taxOf(await ledger.picture())).toEqual({ parts: [500n, 499n], counted: [999n] })
  })

  it("is 9.99 in all after either half was taken back, in part or wholly, and put again in another order", async () => {
    const { ledger, order } = await paid()
    const cellOf = ({ items }: Picture, payment: number): { creditItemId: bigint; debitItemId: bigint } => {
      const credits = items.filter(({ kind }) => kind === "payment")
      const debit = items.find(({ kind }) => kind === "charge")
      return { creditItemId: credits[payment]?.id ?? 0n, debitItemId: debit?.id ?? 0n }
    }
    const moves: readonly (readonly [number, bigint])[] = [
      [0, 0n],
      [1, 1n],
      [0, 2997n],
      [1, 2997n],
      [1, 0n],
      [0, 1234n],
    ]
    for (const [payment, amount] of moves) {
      const seen = await ledger.picture()
      await ledger.edit("cus_1", seen.versions.get("cus_1") ?? 0, [{ ...cellOf(seen, payment), amount }])
      const { parts, counted } = taxOf(await ledger.picture())
      expect([sum(parts)]).toEqual(counted)
      expect(parts.every((part) => part >= 0n)).toBe(true)
    }
    await ledger.read(order, "person")
    const { parts, counted } = taxOf(await ledger.picture())
    expect(counted).toEqual([999n])
    expect(sum(parts)).toBe(999n)
  })
})

describe("A credit of 100 of which 10 are used", () => {
  it("leaves 90, and leaves them once, however often it is looked at and applied", async () => {
    const shape = { id: "order_1", digits: 2, customerId: "cus_1", at: day(1), giftCard: 0n, rates: {} }
    const order = new HostOrder({ ...shape, lines: [1000n] })
    const ledger = new MemoryLedger({ strategy: "line_order", digits: 2 })
    await ledger.read(order, "system")
    await ledger.deposit("cus_1", { amount: 10_000n, key: "cheque", at: day(2) })
    for (const actor of ["system", "person", "system"] as const) {
      await ledger.run("cus_1", "oldest_first", actor)
      await ledger.read(order, actor)
      const { items, live } = await ledger.picture()
      const open = items.map((item) => (item.side === "credit" ? openAmount(item) : -openAmount(item)))
      expect(sum(open)).toBe(9_000n)
      expect(sum(live.map(({ amount }) => amount))).toBe(1_000n)
      expect(items).toHaveLength(2)
    }
  })
})
