import { readFileSync } from "node:fs"
import path from "node:path"
import { matchingCode, rankOfCode } from "../../src/modules/reconciliation/domain/matching-code"
import type { OpenItemKind } from "../../src/modules/reconciliation/domain/kind"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { codesOpenedBy } from "../../src/modules/reconciliation/domain/allocation/sequence"
import { candidateOf } from "../support/planner"

const page = readFileSync(path.resolve(__dirname, "../../docs/spec/matching-codes.md"), "utf8")

describe("F33 F35: a matching code", () => {
  const [ranks = [], codes = []] = ["rank", "code"].map((name) =>
    (page.split("\n").find((line) => line.startsWith(`| ${name} `)) ?? "")
      .split("|")
      .slice(2, -1)
      .map((cell) => cell.trim()),
  )

  it.each(ranks.map((rank, index) => [Number(rank), codes[index]]))("of rank %i is %s", (rank, code) => {
    expect(matchingCode(rank as number, false)).toBe(code)
    expect(matchingCode(rank as number, true)).toBe(code?.toString().toUpperCase())
    expect(rankOfCode(matchingCode(rank as number, true))).toBe(rank)
  })

  it.each(["", "a1", "#47", "a b", "ringo", "é"])("is not %j", (text) => {
    expect(rankOfCode(text)).toBeNull()
  })
})

const item = (id: number, side: "debit" | "credit", kind: OpenItemKind, order?: number): OpenItem => ({
  ...candidateOf({ id: BigInt(id), side, name: `${kind}${id}`, amount: 1n, day: 1, ...(order && { order }) })
    .item,
  kind,
})

describe("F33 F34: who gets a code", () => {
  const charge = item(1, "debit", "charge", 1)
  const others = item(2, "debit", "charge", 2)
  const none = { documents: new Set<bigint>(), items: new Set<bigint>() }

  it.each<[string, OpenItem, OpenItem, object[]]>([
    ["an order, when its own payment pays it", item(9, "credit", "payment", 1), charge, [{ documentId: 1n }]],
    [
      "an order and a gift card, the order first",
      item(9, "credit", "stored_value", 1),
      charge,
      [{ documentId: 1n }, { itemId: 9n }],
    ],
    ["an order and a deposit", item(9, "credit", "deposit"), charge, [{ documentId: 1n }, { itemId: 9n }]],
    [
      "an order and another order's credit",
      item(9, "credit", "adjustment", 2),
      charge,
      [{ documentId: 1n }, { itemId: 9n }],
    ],
    [
      "nobody, when a line's own credit settles its own order",
      item(9, "credit", "adjustment", 1),
      charge,
      [],
    ],
    ["nobody, when rounding does", item(9, "credit", "rounding", 1), charge, []],
    [
      "an order, when its payment is paid back",
      item(9, "credit", "payment", 1),
      item(3, "debit", "refund", 1),
      [{ documentId: 1n }],
    ],
  ])("%s", (_, credit, debit, owners) => {
    expect(codesOpenedBy([{ credit, debit }], none)).toEqual(owners)
  })

  it("a code is opened once, in the order of the allocations", () => {
    const deposit = item(9, "credit", "deposit")
    const pairs = [
      { credit: deposit, debit: others },
      { credit: deposit, debit: charge },
      { credit: deposit, debit: others },
    ]
    expect(codesOpenedBy(pairs, none)).toEqual([{ documentId: 2n }, { itemId: 9n }, { documentId: 1n }])
    expect(codesOpenedBy(pairs, { documents: new Set([2n]), items: new Set([9n]) })).toEqual([
      { documentId: 1n },
    ])
  })
})
