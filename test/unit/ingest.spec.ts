import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import type { HostLine, HostOrder } from "../../src/modules/reconciliation/ingest/host-order"
import { inListedOrder } from "../../src/modules/reconciliation/ingest/line-position"
import { Book } from "../support/book"
import { actFlow, describeBook } from "../support/flow"
import { HostTimeline } from "../support/host-timeline"

function read(
  order: HostOrder,
  more: { timeZone?: string; settledBefore?: string | null } = {},
): ReturnType<typeof historyOf> {
  return historyOf({
    order,
    versions: [],
    changes: [],
    digits: 2,
    readAt: "2026-02-01T00:00:00.000Z",
    timeZone: more.timeZone ?? "UTC",
    moneyReferences: [],
    paymentMethods: {},
    settledBefore: more.settledBefore ?? null,
  })
}

describe("The place of a line", () => {
  const placedAt = "2026-01-01T09:00:00.000Z"
  const line = (id: string, more: Partial<HostLine> = {}): HostLine => ({
    id,
    variant_id: `variant_${id}`,
    title: id,
    quantity: 1,
    created_at: placedAt,
    ...more,
  })
  const idsOf = (lines: readonly HostLine[]): string[] => inListedOrder(lines).map(({ id }) => id)

  it.each<[string, HostLine[], string[]]>([
    [
      "is by the very millisecond at which the host made it",
      [
        line("a", { created_at: "2026-01-01T09:00:00.002Z" }),
        line("b", { created_at: "2026-01-01T09:00:00.001Z" }),
        line("c"),
      ],
      ["c", "b", "a"],
    ],
    [
      "is after the others when it was added later",
      [line("a", { created_at: "2026-01-02T00:00:00.000Z" }), line("b")],
      ["b", "a"],
    ],
    [
      "is the same for moments that the host gives as dates",
      [line("a", { created_at: new Date("2026-01-01T09:00:00.001Z") }), line("b")],
      ["b", "a"],
    ],
    [
      "is what the line states",
      [
        line("a", { metadata: { reconciliation_position: 10 } }),
        line("b", { metadata: { reconciliation_position: 9 } }),
      ],
      ["b", "a"],
    ],
    [
      "is what the line states, though the host made it later than another",
      [
        line("a", { metadata: { reconciliation_position: 2 } }),
        line("b", { metadata: { reconciliation_position: "1" }, created_at: "2026-01-01T09:00:00.001Z" }),
      ],
      ["b", "a"],
    ],
    [
      "is behind those that state theirs when it states none",
      [line("a"), line("b", { metadata: { reconciliation_position: 7 } })],
      ["b", "a"],
    ],
  ])("%s", (_, lines, ids) => {
    expect(idsOf(lines)).toEqual(ids)
    expect(idsOf(lines.toReversed())).toEqual(ids)
  })

  it("is that of the host's answer where one moment made them all", () => {
    expect(idsOf([line("b"), line("a"), line("c")])).toEqual(["b", "a", "c"])
  })

  it("stays when a line before it goes, and a new line comes last", () => {
    const timeline = new HostTimeline().place({ A: "10", B: "10", C: "10" })
    const book = new Book()
    book.read(timeline)
    book.read(timeline.edit("2026-01-02T00:00:00.000Z", { A: null, D: "10" }))
    expect(book.items.map(({ key, position }) => `${key.slice(-1)} ${position}`)).toEqual([
      "A 1",
      "B 2",
      "C 3",
      "D 4",
      "A 1",
    ])
  })
})

describe("F55: the day of a row", () => {
  it.each([
    ["UTC", "2025-12-31"],
    ["Europe/Paris", "2026-01-01"],
    ["America/Montreal", "2025-12-31"],
  ])("is counted in the store's time zone: 31 December 23:30 UTC in %s is %s", (timeZone, day) => {
    const timeline = new HostTimeline({ placedAt: "2025-12-31T23:30:00.000Z" }).place({ A: "10" })
    const history = read(timeline.order(), { timeZone })
    expect(history.placedOn).toBe(day)
    expect(history.states.at(-1)?.lines?.[0]).toMatchObject({ at: "2025-12-31T23:30:00.000Z", on: day })
  })
})

describe("F4: money that the provider has not confirmed", () => {
  const timeline = (): HostTimeline =>
    new HostTimeline()
      .place({ A: "100" })
      .capture("2026-01-02T12:00:00.000Z", "60", { id: "cap1" })
      .leaveUncounted("cap1")

  it("is left for the next read when it is young and the host does not count it yet", () => {
    const history = read(timeline().order(), { settledBefore: "2026-01-02T12:00:00.000Z" })
    expect(history.states.at(-1)).toMatchObject({
      money: [],
      unsettled: ["cap:order_1_cap1"],
      balance: 10000n,
    })
    expect(history).toMatchObject({ problems: [], seen: { money: null } })
  })

  it("is read when it is old, counted, or when nobody asks to wait", () => {
    const amounts = [
      read(timeline().order(), { settledBefore: "2026-01-02T12:00:01.000Z" }),
      read(timeline().order()),
      read(
        new HostTimeline()
          .place({ A: "100" })
          .capture("2026-01-02T12:00:00.000Z", "60", { id: "cap1" })
          .order(),
        {
          settledBefore: "2026-01-02T12:00:00.000Z",
        },
      ),
    ].map(({ states }) => states.at(-1)?.money.map(({ signed }) => signed))
    expect(amounts).toEqual([[-6000n], [-6000n], [-6000n]])
  })

  it("stays as it stands when a sweep leaves what an event has already brought", () => {
    const book = new Book()
    book.read(timeline())
    const { items, applied } = describeBook(book)
    expect(book.apply(read(timeline().order(), { settledBefore: "2026-01-02T12:00:00.000Z" }))).toBe(0)
    expect(describeBook(book)).toMatchObject({ items, applied })
  })
})

describe("F8: contradictions in the host's own rows", () => {
  const problemsAfter = (...steps: string[]): object[] => {
    const timeline = new HostTimeline()
    actFlow({ host: steps }, timeline, new Book())
    return read(timeline.order()).problems.map(({ code, detail, remedy }) => ({ code, detail, remedy }))
  }

  it("are none when captures, refunds and transactions agree", () => {
    expect(problemsAfter("place A 100", "capture 100", "refund 40")).toEqual([])
  })

  it("a refund that the host counts and never made", () => {
    expect(problemsAfter("place A 100", "capture 100", "miscount -100")).toEqual([
      {
        code: "refund_without_row",
        detail: "The order's transactions and its captures and refunds differ by 100.",
        remedy:
          "The host counts a refund that was never made: ask the payment provider, then refund again or correct the order.",
      },
    ])
  })

  it("a refund that the host does not count", () => {
    expect(problemsAfter("place A 100", "capture 100", "refund 40", "uncounted ref1")).toEqual([
      {
        code: "refund_without_transaction",
        detail: "The order's transactions and its captures and refunds differ by -40.",
        remedy:
          "A refund was made that the host does not count: check the payment at the provider, add the order transaction that is missing, then credit the order by what it leaves due.",
      },
    ])
  })

  it("a refund that the host counts at the amount of the next one", () => {
    const timeline = new HostTimeline()
    actFlow({ host: ["place A 100", "capture 100", "refund 10", "refund 30"] }, timeline, new Book())
    const order = timeline.order()
    const transactions = (order.transactions ?? []).map((transaction) =>
      transaction?.reference_id === "order_1_ref1"
        ? { ...transaction, raw_amount: { value: "-30" } }
        : transaction,
    )
    expect(read({ ...order, transactions }).problems).toEqual([
      {
        code: "transaction_miscounted",
        facts: { amount: "20" },
        detail: "The order's transactions and its captures and refunds differ by 20.",
        remedy:
          "The host counts a payment or a refund at another amount than was made: refund nothing again, check the payment at the provider, correct the order's transactions, then credit the order by what they leave due.",
      },
    ])
  })

  it("a capture that the host does not count", () => {
    expect(problemsAfter("place A 100", "capture 60", "uncounted cap1")).toEqual([
      {
        code: "capture_without_transaction",
        detail: "The order's transactions and its captures and refunds differ by 60.",
        remedy:
          "A capture was made that the host does not count: check the payment at the provider and the order's transactions.",
      },
    ])
  })

  it("a difference below half of the smallest unit is none", () => {
    expect(problemsAfter("place A 100", "capture 100", "miscount 0.004")).toEqual([])
  })
})

describe("A line of which the host has two rows", () => {
  it("is owed once: two changes were confirmed at once", () => {
    const order = new HostTimeline().place({ A: "100", ship: "20" }).order()
    const doubled = {
      ...order,
      items: [...(order.items ?? []), ...(order.items ?? [])],
      shipping_methods: [...(order.shipping_methods ?? []), ...(order.shipping_methods ?? [])],
    }
    expect(read(doubled).states.at(-1)?.balance).toBe(12_000n)
  })
})

describe("An order", () => {
  it("of a guest is its own account", () => {
    const history = read(new HostTimeline({ customerId: null }).place({ A: "1" }).order())
    expect(history).toMatchObject({ ownerType: "order", ownerId: "order_1" })
  })

  it("writes its currency in small letters and keeps its own number", () => {
    const order = {
      ...new HostTimeline({ currency: "EUR" }).place({ A: "1" }).order(),
      custom_display_id: "2026-0001",
    }
    expect(read(order)).toMatchObject({ currencyCode: "eur", displayId: "2026-0001", ownerType: "customer" })
  })

  it.each([
    ["JPY", 0, "1000", "1000"],
    ["EUR", 2, "10.00", "10.00"],
    ["KWD", 3, "10.0005", "10.001"],
  ])("F60: in %s has %i digits: %s is %s", (currency, digits, total, shown) => {
    const book = new Book({ digits })
    book.read(new HostTimeline({ currency }).place({ A: total }))
    expect(describeBook(book).items).toContain(`d1 debit charge A ${shown}`)
  })
})
