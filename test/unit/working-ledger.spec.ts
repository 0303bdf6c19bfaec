import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { paidLineOf, WorkingLedger } from "../../src/modules/reconciliation/domain/posting/working-ledger"
import { charge, credit, debit, lines, taxes } from "../support/items"

const ledgerOf = (...items: OpenItem[]): WorkingLedger =>
  new WorkingLedger({
    documentId: 1n,
    placedAt: "2026-01-01T09:00:00.000Z",
    placedOn: "2026-01-01",
    items,
  })

const A = charge(1n, "A", 100n)
const B = charge(2n, "B", 40n)
const lowered = (id: bigint, line: string, amount: bigint, more: Partial<OpenItem> = {}): OpenItem =>
  credit({
    id,
    kind: "adjustment",
    key: `line:${line}`,
    sequence: 2,
    lineKey: `line:${line}`,
    amount,
    ...more,
  })
const credited = (id: bigint, line: string, amount: bigint, more: Partial<OpenItem> = {}): OpenItem =>
  credit({
    id,
    kind: "credit_line",
    key: "cl:1",
    sequence: Number(id),
    lineKey: `line:${line}`,
    amount,
    ...more,
  })

describe("What stands for a line", () => {
  const shortly = (...items: OpenItem[]): string[] =>
    ledgerOf(...items)
      .lines()
      .map(({ lineKey, net, credited: given }) => `${lineKey} ${net}, credited ${given}`)

  it("is its charges less its credits, of which credit lines are told apart from a cancellation", () => {
    const cancelled = credit({
      id: 9n,
      kind: "cancellation",
      key: "cancel:line:B",
      lineKey: "line:B",
      amount: 40n,
    })
    expect(shortly(A, B, lowered(3n, "A", 20n), credited(4n, "A", 30n), cancelled)).toEqual([
      "line:A 50, credited 30",
      "line:B 0, credited 0",
    ])
  })
})

describe("What each line owes", () => {
  it("is what it costs, less what other lines stand below zero, taken off the first ones", () => {
    const C = charge(3n, "C", 20n)
    const below = lowered(4n, "D", 130n, { sequence: 1, position: 0 })
    expect(ledgerOf(A, B, C).owed()).toEqual(lines(["A", 100n], ["B", 40n], ["C", 20n]))
    expect(ledgerOf(A, B, C, below).owed()).toEqual(lines(["B", 10n], ["C", 20n]))
    expect(ledgerOf(A, B, C, { ...below, position: 9 }).owed()).toEqual(lines(["B", 10n], ["C", 20n]))
  })

  it("is nothing of a line that is free", () => {
    expect(ledgerOf(A, lowered(3n, "A", 100n), B).owed()).toEqual(lines(["B", 40n]))
    expect(ledgerOf(A, lowered(4n, "D", 100n), B).owed()).toEqual(lines(["B", 40n]))
  })
})

describe("What stands under a key on each line", () => {
  it("is what was given and not taken back since, with its tax", () => {
    const given = credited(3n, "A", 60n, { taxes: taxes(10n) })
    const taken: OpenItem = { ...given, id: 5n, side: "debit", sequence: 5, amount: 24n, taxes: taxes(4n) }
    const shares = ledgerOf(A, B, given, credited(4n, "B", 15n), taken).sharesOf("cl:1")
    expect(shares.map(({ item, net, taxes: parts }) => [item.id, net, parts])).toEqual([
      [3n, -36n, taxes(6n)],
      [4n, -15n, []],
    ])
  })

  it("is nothing once all was taken back", () => {
    const given = credited(3n, "A", 60n)
    const taken: OpenItem = { ...given, id: 5n, side: "debit", sequence: 5 }
    expect(ledgerOf(A, given, taken).sharesOf("cl:1")).toEqual([])
  })
})

describe("What a line's credits have left to give", () => {
  it("is of this line alone, and of no money", () => {
    const money = credit({ id: 9n, kind: "payment", lineKey: "line:A", amount: 7n })
    const ledger = ledgerOf(A, B, lowered(3n, "A", 20n, { allocated: 5n }), lowered(4n, "B", 30n), money)
    expect(ledger.unspentCredit("line:A")).toBe(15n)
  })
})

describe("What money paid of a line", () => {
  const paid = (from: OpenItem, to: OpenItem): unknown => paidLineOf({ credit: from, debit: to, amount: 5n })
  const money = credit({ id: 9n, kind: "payment", key: "cap:1", amount: 7n })

  it("is neither what a line's credit settled nor what is on no line", () => {
    expect(paid(money, A)).toEqual({ creditKey: "cap:1", lineKey: "line:A", amount: 5n })
    expect(paid(lowered(3n, "A", 5n), A)).toBeNull()
    expect(paid(money, debit({ id: 8n, kind: "refund", amount: 5n }))).toBeNull()
  })
})

describe("Where a new line stands", () => {
  it("is where the host has it, else after those that stand, each range by itself", () => {
    const ship = debit({
      id: 3n,
      kind: "shipping",
      key: "ship:1",
      lineKey: "ship:1",
      position: 1_000_004,
      amount: 5n,
    })
    const ledger = ledgerOf({ ...A, position: 0 }, ship)
    expect([0, 1, 7].map((wanted) => ledger.freePosition(wanted))).toEqual([1, 1, 7])
    expect([1_000_004, 1_000_009].map((wanted) => ledger.freePosition(wanted))).toEqual([
      1_000_005, 1_000_009,
    ])
    expect(ledgerOf().freePosition(0)).toBe(0)
  })
})

describe("What stands under a key", () => {
  it("was last dated by its latest item, whatever the order in which they were posted", () => {
    const late = lowered(3n, "A", 20n, { occurredAt: "2026-01-05T09:00:00.000Z" })
    const early = lowered(4n, "A", 5n, { sequence: 3, occurredAt: "2026-01-03T09:00:00.000Z" })
    expect(ledgerOf(A, late, early).standing.get("line:A")).toMatchObject({
      net: 75n,
      sequence: 3,
      first: { id: 1n },
      last: { id: 3n },
    })
  })

  it.each<[string, OpenItem["kind"], string | undefined]>([
    ["line:1", "charge", "line"],
    ["ship:1", "shipping", "shipping"],
    ["ship:1", "return_shipping", "return_shipping"],
    ["cl:1", "credit_line", "credit_line"],
    ["cap:1", "payment", "payment"],
    ["ref:1", "refund", "refund"],
    ["out:1", "refund", "refund"],
    ["value:1", "stored_value", "stored_value"],
    ["cancel:line:1", "cancellation", "cancellation"],
    ["round:order_1", "rounding", "rounding"],
    ["rev:1.1", "reversal", undefined],
    ["woff:1", "write_off", undefined],
    ["move:in:line:1#1", "charge", undefined],
  ])("is of the class that %s names; what the host knows nothing of has none", (key, kind, wanted) => {
    expect(ledgerOf(debit({ id: 1n, kind, key, amount: 5n })).standing.get(key)?.class).toBe(wanted)
  })
})
