import {
  exact,
  type HostLine,
  type HostOrder,
  type HostPaymentCollection,
  type RawAmount,
} from "../../src/modules/reconciliation/ingest/host-order"
import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import { Book } from "../support/book"
import { describeBook } from "../support/flow"
import { HostTimeline } from "../support/host-timeline"

function read(order: HostOrder): ReturnType<typeof historyOf> {
  return historyOf({
    order,
    versions: [],
    changes: [],
    digits: 2,
    readAt: "2026-02-01T00:00:00.000Z",
    timeZone: "UTC",
    moneyReferences: [],
    paymentMethods: {},
    settledBefore: null,
  })
}

describe("F8: an amount that the host did not give", () => {
  const told = (): HostOrder =>
    new HostTimeline()
      .place({ A: "100", ship: "10" })
      .capture("2026-01-02T12:00:00.000Z", "110", { id: "cap1" })
      .refund("2026-01-03T12:00:00.000Z", "5", { id: "ref1" })
      .credit("2026-01-04T12:00:00.000Z", { amount: "5" })
      .order()
  /** Every amount of these rows is missing, as when a read did not ask for it. */
  const without = <Row>(rows: readonly (Row | null)[] | null | undefined, field: string): Row[] =>
    (rows ?? []).map((row) => ({ ...row, [field]: undefined }) as Row)
  const payments = (field: "captures" | "refunds"): HostPaymentCollection[] =>
    (told().payment_collections ?? []).map((collection) => ({
      id: "paycol_1",
      payments: (collection?.payments ?? []).map((payment) => ({
        id: "pay_1",
        ...payment,
        [field]: without(payment?.[field], "raw_amount"),
      })),
    }))

  it.each<[string, Partial<HostOrder>, object]>([
    ["a line", { items: without(told().items, "raw_total") }, { order_line: "order_1_A" }],
    [
      "a shipping method",
      { shipping_methods: without(told().shipping_methods, "raw_total") },
      { shipping_method: "order_1_ship" },
    ],
    [
      "a credit line",
      { credit_lines: without(told().credit_lines, "raw_amount") },
      { credit_line: "order_1_credit_2_0" },
    ],
    ["a capture", { payment_collections: payments("captures") }, {}],
    ["a refund", { payment_collections: payments("refunds") }, {}],
    ["a transaction", { transactions: without(told().transactions, "raw_amount") }, { order: "order_1" }],
  ])("of %s is refused, not read as nothing", (_, missing, ids) => {
    const reading = (): unknown => read({ ...told(), ...missing })
    expect(reading).toThrow(
      expect.objectContaining({
        type: "unexpected_state",
        code: "host_amount_missing",
        ids: expect.objectContaining(ids),
        remedy: expect.stringContaining("Nothing was written"),
      }),
    )
  })

  it("is refused also when the row has a raw amount without a value", () => {
    expect(() => exact({ value: null } as unknown as RawAmount)).toThrow(
      "The host gave no exact amount of a row.",
    )
  })

  it("of a tax line is no tax, for the line's total holds what is owed", () => {
    const items = (told().items ?? []).map((line) => ({
      ...line,
      tax_lines: [{ code: "vat", rate: 20 }],
    })) as HostLine[]
    expect(read({ ...told(), items }).states.at(-1)?.lines?.[0]).toMatchObject({ signed: 10000n, taxes: [] })
  })
})

describe("F3: a difference that rounding cannot explain", () => {
  it("is refused with nothing posted, and says of which order", () => {
    const book = new Book()
    const timeline = new HostTimeline().place({ A: "100" })
    const history = book.historyOf(timeline)
    const states = history.states.map((state) => ({ ...state, balance: 10002n }))
    expect(() => book.apply({ ...history, states })).toThrow(
      expect.objectContaining({
        type: "unexpected_state",
        code: "rounding_too_large",
        message:
          "The order's 1 amounts add up to 10002 minor units, but 10000 would stand in the ledger: rounding cannot explain the difference.",
        ids: { order_id: "order_1" },
      }),
    )
    expect(book.items).toEqual([])
  })

  it("is not what many small amounts leave", () => {
    const book = new Book({ digits: 0 })
    const places = ["A", "B", "C", "D", "E"].map((name) => [name, "0.4"])
    book.read(new HostTimeline({ currency: "jpy" }).place(Object.fromEntries(places)))
    expect(describeBook(book).items).toEqual(["d1 debit rounding round 2"])
    expect(book.read(new HostTimeline({ currency: "jpy" }).place(Object.fromEntries(places)))).toBe(0)
  })
})
