import { signedAmount } from "../../src/modules/reconciliation/domain/open-item"
import { historyOfGone } from "../../src/modules/reconciliation/ingest/gone-order"
import { Book } from "../support/book"
import { actFlow, parseFlow } from "../support/flow"
import { HostTimeline } from "../support/host-timeline"

/** What the ledger knows of the book's order, which the host has deleted. */
function goneFrom(book: Book, timeline: HostTimeline): ReturnType<typeof historyOfGone> {
  const { orderId, displayId, ownerType, ownerId, currencyCode, digits, placedAt, placedOn } =
    book.historyOf(timeline)
  const money = /^(cap|ref|value|out):/
  const moneyKeys = [...new Set(book.items.map(({ key }) => key))].filter((key) => money.test(key))
  return historyOfGone(
    {
      orderId,
      displayId,
      ownerType,
      ownerId,
      currencyCode,
      digits,
      placedAt,
      placedOn,
      hostVersion: book.hostVersion,
      version: 7,
      moneyKeys,
    },
    { readAt: "2026-03-01T09:00:00.000Z", timeZone: "UTC" },
  )
}

/** What stands under keys of one kind, in minor units, debits positive. */
function standing(book: Book, kinds: RegExp): Record<string, bigint> {
  const nets: Record<string, bigint> = {}
  for (const item of book.items) {
    if (kinds.test(item.key)) nets[item.key] = (nets[item.key] ?? 0n) + signedAmount(item)
  }
  return nets
}

describe("An order that the host no longer has", () => {
  it("owes nothing, not even its rounding, and keeps all of its money", () => {
    const timeline = new HostTimeline().place({ A: "33.333", B: "33.333", C: "33.333" })
    timeline.capture("2026-01-02T00:00:00.000Z", "99.999", { id: "1" })
    timeline.refund("2026-01-03T00:00:00.000Z", "20", { id: "2" })
    const book = new Book()
    book.read(timeline)
    expect(standing(book, /^(cap|ref):/)).toEqual({ "cap:order_1_1": -10000n, "ref:order_1_2": 2000n })
    expect(standing(book, /^round:/)).not.toEqual({})

    const gone = goneFrom(book, timeline)
    expect(book.apply(gone)).toBeGreaterThan(0)
    expect(Object.values(standing(book, /^(line|ship|round|cl|cancel):/))).toEqual([0n, 0n, 0n, 0n])
    expect(standing(book, /^(cap|ref):/)).toEqual({ "cap:order_1_1": -10000n, "ref:order_1_2": 2000n })
    expect(book.apply(gone)).toBe(0)
  })

  it("owes nothing when it had been cancelled, and what the cancellation took off is not taken off twice", () => {
    const timeline = new HostTimeline().place({ A: "60", B: "40" })
    timeline.capture("2026-01-02T00:00:00.000Z", "70", { id: "1" })
    timeline.cancel("2026-01-03T00:00:00.000Z")
    const book = new Book()
    book.read(timeline)
    expect(book.apply(goneFrom(book, timeline))).toBeGreaterThan(0)
    expect(Object.values(standing(book, /^(line|cancel):/))).toEqual([0n, 0n, 0n, 0n])
    expect(standing(book, /^cap:/)).toEqual({ "cap:order_1_1": -7000n })
  })

  it("owes no reversal again that the host had recorded too, as a refund", () => {
    const timeline = new HostTimeline()
    const book = new Book()
    const steps = ["place A 100", "capture 100", "reverse cap1 100", "refund 100, credit 100"]
    actFlow(parseFlow(["#host", ...steps].join("\n")), timeline, book)
    const before = standing(book, /^rev:/)
    expect(Object.values(before)).toContain(-10000n)
    book.apply(goneFrom(book, timeline))
    expect(standing(book, /^rev:/)).toEqual(before)
    expect(book.matrix().open).toBe(0n)
  })

  it("is dated with the read that found it gone, and holds for the version it was told from", () => {
    const timeline = new HostTimeline().place({ A: "60" })
    const book = new Book()
    book.read(timeline)
    const gone = goneFrom(book, timeline)
    expect(gone).toMatchObject({
      basedOn: 7,
      recheckAt: null,
      seen: { order: null, money: null, taxes: null },
      problems: [],
    })
    book.apply(gone)
    expect(book.items.at(-1)).toMatchObject({ kind: "adjustment", side: "credit", occurredOn: "2026-03-01" })
  })
})
