import type { Repayment } from "../../src/modules/reconciliation/domain/posting/document-state"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { splitCredit, type RefundLines } from "../../src/modules/reconciliation/domain/posting/split-credit"
import { WorkingLedger, type PaidLine } from "../../src/modules/reconciliation/domain/posting/working-ledger"
import { charge, credit, debit, taxes } from "../support/items"

interface Given {
  items: OpenItem[]
  paid?: [capture: string, line: string, amount: bigint][]
  likely?: [line: string, worth: bigint][]
  captures?: string[]
  /** What of each line is paid back, and what the credit lowers it by where that was decided. */
  chosen?: [line: string, amount: bigint, lowers?: bigint][]
  refundLines?: RefundLines
}

function split(
  amount: bigint,
  { items, paid = [], likely = [], captures, chosen, refundLines }: Given,
): string[] {
  const paidLines = paid.map(([key, line, sum]): PaidLine => ({
    creditKey: `cap:${key}`,
    lineKey: `line:${line}`,
    amount: sum,
  }))
  const repays: Repayment | undefined =
    captures || chosen
      ? {
          captures: (captures ?? []).map((key) => `cap:${key}`),
          lines: (chosen ?? []).map(([line, sum, lowers]) => ({
            lineKey: `line:${line}`,
            amount: sum,
            ...(lowers !== undefined && { lowers }),
          })),
        }
      : undefined
  // What paid a line stands in its items as well.
  const received = new Map<string | null, bigint>()
  for (const { lineKey, amount: sum } of paidLines) received.set(lineKey, (received.get(lineKey) ?? 0n) + sum)
  const settled = items.map((item) =>
    item.kind === "charge" && item.allocated === 0n
      ? { ...item, allocated: received.get(item.lineKey) ?? 0n }
      : item,
  )
  const placed = { placedAt: "2026-01-01T09:00:00.000Z", placedOn: "2026-01-01" }
  const ledger = new WorkingLedger({ documentId: 1n, ...placed, items: settled, paidLines })
  const shares = splitCredit(ledger, {
    amount,
    likely: likely.map(([line, worth]) => ({ lineKey: `line:${line}`, worth })),
    repays,
    refundLines: refundLines ?? "newest_first",
  })
  return shares.map(
    ({ lineKey, amount: share, taxes: parts }) =>
      `${lineKey.slice(5)} ${share}${parts.map((part) => ` tax ${part.amount}`).join("")}`,
  )
}

const A = charge(1n, "A", 100n)
const B = charge(2n, "B", 60n)
const C = charge(3n, "C", 40n)

describe("F17: which lines a credit of the order lowers", () => {
  it("are those that money paid last", () => {
    const paid: Given["paid"] = [
      ["1", "A", 100n],
      ["1", "B", 20n],
      ["2", "B", 40n],
    ]
    expect(split(50n, { items: [A, B, C], paid })).toEqual(["B 50"])
    expect(split(70n, { items: [A, B, C], paid })).toEqual(["A 10", "B 60"])
  })

  it("are those that the refunded payment paid, where the host says which it was", () => {
    const paid: Given["paid"] = [
      ["1", "A", 100n],
      ["2", "B", 60n],
    ]
    expect(split(50n, { items: [A, B], paid, captures: ["1"] })).toEqual(["A 50"])
    expect(split(50n, { items: [A, B], paid, captures: ["2"] })).toEqual(["B 50"])
    expect(split(50n, { items: [A, B], paid, captures: ["1", "2"] })).toEqual(["B 50"])
    expect(split(50n, { items: [A, B], paid, captures: [] })).toEqual(["B 50"])
  })

  it("are all in proportion, where the store wants that", () => {
    const paid: Given["paid"] = [["1", "C", 40n]]
    expect(split(50n, { items: [A, B, C], paid, refundLines: "pro_rata" })).toEqual(["A 25", "B 15", "C 10"])
  })

  it("are first those that an admin chose, as far as they are worth it", () => {
    const paid: Given["paid"] = [
      ["1", "A", 100n],
      ["1", "B", 60n],
      ["1", "C", 40n],
    ]
    expect(split(50n, { items: [A, B, C], paid, chosen: [["A", 30n]] })).toEqual(["A 30", "C 20"])
    expect(
      split(50n, {
        items: [A, B, C],
        paid,
        chosen: [
          ["C", 45n],
          ["B", 5n],
        ],
      }),
    ).toEqual(["B 10", "C 40"])
  })

  it("are chosen less what the line's own credits still give to the refund", () => {
    const lowered = credit({
      id: 4n,
      kind: "adjustment",
      key: "line:A",
      lineKey: "line:A",
      sequence: 2,
      amount: 30n,
    })
    const given: Given = { items: [A, B, lowered], chosen: [["A", 50n]] }
    const paid: Given["paid"] = [
      ["1", "A", 100n],
      ["1", "B", 60n],
    ]
    expect(split(40n, { ...given, paid })).toEqual(["A 20", "B 20"])
  })

  it("are then those on their way back, less what earlier credits gave them", () => {
    const earlier = credit({ id: 4n, kind: "credit_line", key: "cl:1", lineKey: "line:B", amount: 15n })
    const given: Given = { items: [A, B, earlier], likely: [["B", 25n]] }
    expect(split(30n, { ...given, paid: [["1", "A", 100n]] })).toEqual(["A 20", "B 10"])
  })

  it("are those that received something, when it is a refund, and never more than that", () => {
    const paid: Given["paid"] = [["1", "A", 80n]]
    const given: Given = { items: [A, B, C], paid, captures: ["1"] }
    expect(split(30n, { ...given, refundLines: "pro_rata" })).toEqual(["A 30"])
    expect(split(30n, { ...given, likely: [["B", 30n]] })).toEqual(["A 30"])
    expect(split(30n, { ...given, chosen: [["B", 30n]] })).toEqual(["A 30"])
    expect(split(30n, { ...given, captures: ["2"] })).toEqual(["A 30"])
  })

  it("are received less what earlier refunds paid back", () => {
    const earlier = credit({ id: 4n, kind: "credit_line", key: "cl:1", lineKey: "line:A", amount: 30n })
    const paid: Given["paid"] = [
      ["1", "B", 60n],
      ["1", "A", 60n],
    ]
    const given: Given = { items: [A, B, { ...earlier, allocated: 30n }], paid, captures: ["1"] }
    expect(split(50n, given)).toEqual(["A 30", "B 20"])
  })

  it("are received in another payment's stead as well, in proportion, when that payment paid less", () => {
    const paid: Given["paid"] = [
      ["1", "A", 80n],
      ["1", "B", 40n],
      ["2", "C", 40n],
    ]
    expect(split(70n, { items: [A, B, C], paid, captures: ["2"] })).toEqual(["A 20", "B 10", "C 40"])
  })

  it("are worth something, where a refund pays back more than any line received: the likely ones first", () => {
    const given: Given = { items: [A, B, C], paid: [["1", "A", 80n]], captures: ["1"] }
    expect(split(101n, { ...given, likely: [["B", 30n]], chosen: [["C", 40n]] })).toEqual(["A 80", "C 21"])
    expect(split(130n, { ...given, likely: [["B", 30n]] })).toEqual(["A 84", "B 37", "C 9"])
    expect(split(100n, given)).toEqual(["A 83", "B 10", "C 7"])
    const partly: Given = { ...given, paid: [["1", "B", 10n]], likely: [["B", 30n]] }
    expect(split(30n, partly)).toEqual(["B 30"])
    expect(split(64n, partly)).toEqual(["A 20", "B 36", "C 8"])
  })

  it("are not those whose payment was taken back, as far as it was", () => {
    const paid: Given["paid"] = [
      ["1", "A", 60n],
      ["1", "C", 40n],
      ["2", "A", 40n],
    ]
    const second = credit({ id: 7n, kind: "payment", key: "cap:2", amount: 40n, allocated: 40n })
    const reversed = (amount: bigint): OpenItem =>
      debit({ id: 8n, kind: "reversal", key: "rev:7.1", lineKey: "line:A", position: 1, amount })
    const items = (amount: bigint): OpenItem[] => [{ ...A, allocated: 100n }, C, second, reversed(amount)]
    // A received 60, C 40; nothing of it came by the second payment.
    expect(split(20n, { items: items(40n), paid, captures: ["2"] })).toEqual(["A 12", "C 8"])
    expect(split(20n, { items: items(30n), paid, captures: ["2"] })).toEqual(["A 16", "C 4"])
  })

  it("is the line charged most, the earlier of two, for what no line can take", () => {
    const twin = charge(3n, "C", 100n)
    expect(split(270n, { items: [A, B, twin] })).toEqual(["A 110", "B 60", "C 100"])
    expect(split(170n, { items: [B, A] })).toEqual(["A 110", "B 60"])
  })

  it("is the first line, where no line costs anything, and none where the order has no line", () => {
    const gone = credit({
      id: 4n,
      kind: "adjustment",
      key: "line:A",
      lineKey: "line:A",
      sequence: 2,
      amount: 100n,
    })
    expect(split(10n, { items: [A, gone] })).toEqual(["A 10"])
    expect(split(10n, { items: [] })).toEqual([])
  })

  it("is never the rounding of the order", () => {
    const rounding = debit({
      id: 5n,
      kind: "rounding",
      key: "round:order_1",
      lineKey: "round:order_1",
      amount: 9n,
    })
    expect(split(50n, { items: [C, rounding] })).toEqual(["C 50"])
  })

  it("take the tax in their share along, and no more than the line's", () => {
    const taxed = charge(1n, "A", 120n, { taxes: taxes(20n, 6n) })
    expect(split(60n, { items: [taxed] })).toEqual(["A 60 tax 10 tax 3"])
    expect(split(150n, { items: [taxed] })).toEqual(["A 150 tax 20 tax 6"])
  })

  it("are given nothing where nothing is to be given", () => {
    expect(split(60n, { items: [A, B], likely: [["A", 60n]], paid: [["1", "B", 5n]] })).toEqual(["A 60"])
  })
})

describe("F17: rows that were chosen with what the host lowers them by", () => {
  const paid: Given["paid"] = [
    ["1", "A", 100n],
    ["1", "B", 60n],
  ]

  it.each<[string, bigint, Given["chosen"], string[]]>([
    [
      "are lowered by that, and not by what they get back in all",
      10n,
      [
        ["A", 60n, 0n],
        ["B", 10n, 10n],
      ],
      ["B 10"],
    ],
    ["also one that has received less since", 30n, [["C", 30n, 30n]], ["C 30"]],
    [
      "by no more than they are worth, and the rest as when nobody chose",
      50n,
      [["C", 50n, 50n]],
      ["B 10", "C 40"],
    ],
    [
      "by no more than the credit",
      10n,
      [
        ["A", 8n, 8n],
        ["C", 8n, 8n],
      ],
      ["A 8", "C 2"],
    ],
  ])("%s", (_, amount, chosen, expected) => {
    expect(split(amount, { items: [A, B, C], paid, captures: ["1"], ...(chosen && { chosen }) })).toEqual(
      expected,
    )
  })
})
