import { matrixOf, type Matrix } from "../../src/modules/reconciliation/domain/order/matrix"
import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { charge, credit, debit } from "../support/items"

const on = (creditItemId: bigint, debitItemId: bigint, amount: bigint, rule = "line_order"): Allocation => ({
  id: creditItemId * 100n + debitItemId,
  creditItemId,
  debitItemId,
  amount,
  origin: "auto",
  rule,
  step: 1,
  creditOpenBefore: amount,
  debitOpenBefore: amount,
  creditTaxes: [],
  debitTaxes: [],
  instalmentId: null,
  releases: null,
  accountingOn: "2026-01-01",
  recordedAt: "2026-01-01T09:00:00.000Z",
})

/** Items whose counters are what their allocations say. */
function matrix(items: OpenItem[], allocations: Allocation[]): Matrix {
  const counted = items.map((item) => ({
    ...item,
    allocated: allocations
      .filter(({ creditItemId, debitItemId }) => creditItemId === item.id || debitItemId === item.id)
      .reduce((sum, { amount }) => sum + amount, 0n),
  }))
  return matrixOf({ documentId: 1n, items: counted, allocations })
}

const cells = ({ cells: all }: Matrix): string[] =>
  all.map(({ row, columnItemId, amount }) => `${row} × ${columnItemId} ${amount}`)
const columns = ({ columns: all }: Matrix): string[] =>
  all.map(
    ({ item, kind, amount, onThisOrder, paidBack, elsewhere, unallocated }) =>
      `${item.id} ${kind} ${amount} = ${onThisOrder} + ${paidBack} + ${elsewhere.amount} on ${elsewhere.documents} + ${unallocated}`,
  )

const A = charge(1n, "A", 100n)
const lowered = credit({
  id: 3n,
  kind: "adjustment",
  key: "line:A",
  sequence: 2,
  lineKey: "line:A",
  amount: 30n,
})
const refund = debit({ id: 4n, kind: "refund", key: "ref:1", amount: 10n })
const others = { documentId: 2n }

describe("F7: what a line's credit does outside its own line", () => {
  it("is taken off the line when it waits, or pays another line, or another order, even its refund", () => {
    const B = charge(2n, "B", 5n)
    const foreign = charge(5n, "X", 6n, others)
    const foreignRefund = debit({ id: 6n, kind: "refund", key: "ref:2", amount: 7n, ...others })
    const seen = matrix(
      [A, lowered, B, foreign, foreignRefund],
      [on(3n, 2n, 5n), on(3n, 5n, 6n), on(3n, 6n, 7n)],
    )
    expect(cells(seen)).toEqual(["line:B × 3 5", "line:A × 3 -30"])
    expect(columns(seen)).toEqual(["3 credit 0 = -25 + 0 + 13 on 1 + 12"])
  })

  it("is nothing when it lowers its own line alone", () => {
    const seen = matrix([A, lowered], [on(3n, 1n, 30n, "own_line")])
    expect([cells(seen), columns(seen)]).toEqual([[], []])
    expect(seen.rows[0]).toMatchObject({ net: 70n, allocated: 0n, open: 70n })
  })

  it("and what it gives to a refund of the order is taken off the line in the refund's column", () => {
    const seen = matrix(
      [A, lowered, refund],
      [on(3n, 1n, 20n, "own_line"), on(3n, 4n, 10n, "refund_of_line")],
    )
    expect(cells(seen)).toEqual(["line:A × 4 -10"])
    expect(columns(seen)).toEqual(["4 refund -10 = -10 + 0 + 0 on 0 + 0"])
  })
})

describe("F7: what is on no line of the order", () => {
  it("stands in no cell: a refund that money or a credit without a line pays, or a line of another order", () => {
    const money = credit({ id: 7n, kind: "payment", amount: 3n })
    const unlined = credit({ id: 8n, kind: "credit_line", key: "cl:1", amount: 3n })
    const foreign = credit({
      id: 9n,
      kind: "adjustment",
      key: "line:X",
      lineKey: "line:X",
      amount: 4n,
      ...others,
    })
    const seen = matrix(
      [A, refund, money, unlined, foreign],
      [on(7n, 4n, 3n), on(8n, 4n, 3n), on(9n, 4n, 4n)],
    )
    expect(cells(seen)).toEqual([])
    expect(columns(seen)).toContain("9 credit 4 = 0 + 4 + 0 on 0 + 0")
    expect(columns(seen)).toContain("7 payment 3 = 0 + 3 + 0 on 0 + 0")
  })

  it("is what a line's credit pays of another order's refund, whose column is elsewhere", () => {
    const foreignRefund = debit({ id: 6n, kind: "refund", key: "ref:2", amount: 7n, ...others })
    const seen = matrix([A, lowered, foreignRefund], [on(3n, 6n, 7n)])
    expect(cells(seen)).toEqual(["line:A × 3 -30"])
    expect(columns(seen)).toEqual(["3 credit 0 = -30 + 0 + 7 on 1 + 23"])
  })
})

describe("F7: a cell", () => {
  const part = (amount: bigint, allocation: ReturnType<typeof on>) => ({ amount, allocation })

  it("holds the allocations that it is made of", () => {
    const money = credit({ id: 7n, kind: "payment", amount: 30n })
    const B = charge(2n, "B", 5n)
    const [first, second] = [on(7n, 1n, 20n), { ...on(7n, 1n, 3n), id: 900n }]
    const given = on(3n, 2n, 5n)
    const seen = matrix([A, lowered, B, money], [first, second, on(3n, 1n, 25n, "own_line"), given])
    expect(seen.cells).toStrictEqual([
      { row: "line:A", columnItemId: 7n, amount: 23n, parts: [part(20n, first), part(3n, second)] },
      { row: "line:B", columnItemId: 3n, amount: 5n, parts: [part(5n, given)] },
      { row: "line:A", columnItemId: 3n, amount: -5n, parts: [part(-5n, given)] },
    ])
  })

  it("holds the posting itself where no allocation stands behind it: credit that waits, a line reopened", () => {
    const money = credit({ id: 7n, kind: "payment", amount: 100n })
    const reopened = debit({ id: 9n, kind: "reversal", key: "rev:7.1", lineKey: "line:A", amount: 40n })
    const seen = matrix([A, lowered, money, reopened], [on(7n, 1n, 90n), on(3n, 1n, 10n, "own_line")])
    expect(seen.cells).toStrictEqual([
      { row: "line:A", columnItemId: 7n, amount: 90n, parts: [part(90n, on(7n, 1n, 90n))] },
      {
        row: "line:A",
        columnItemId: 3n,
        amount: -20n,
        parts: [{ amount: -20n, posting: { ...lowered, allocated: 10n }, rule: "credit_waiting" }],
      },
      {
        row: "line:A",
        columnItemId: 9n,
        amount: -40n,
        parts: [{ amount: -40n, posting: reopened, rule: "reversed_line" }],
      },
    ])
  })
})

describe("F7: a row", () => {
  it("is named by the first posting of its line, whatever order they are listed in", () => {
    const dearer = debit({
      id: 5n,
      kind: "adjustment",
      key: "line:A",
      sequence: 3,
      lineKey: "line:A",
      amount: 8n,
    })
    for (const items of [
      [dearer, lowered, A],
      [A, dearer, lowered],
      [lowered, A, dearer],
    ]) {
      const [row] = matrix(items, []).rows
      expect(row?.first.id).toBe(1n)
      expect(row?.adjustments.map(({ id }) => id)).toEqual([3n, 5n])
      expect(row).toMatchObject({ amount: 100n, net: 78n, open: 108n })
    }
  })

  it("stands where its first posting does", () => {
    const rows = matrix([charge(5n, "B", 1n, { position: 9 }), charge(6n, "C", 1n, { position: 2 })], []).rows
    expect(rows.map(({ key }) => key)).toEqual(["line:C", "line:B"])
  })
})

describe("F7: columns", () => {
  const writeOff = (id: bigint, amount: bigint): OpenItem =>
    credit({ id, kind: "write_off", key: "woff:1", sequence: Number(id), amount })

  it("stand in the order in which their money came", () => {
    const late = credit({ id: 2n, kind: "payment", amount: 5n, occurredAt: "2026-01-05T09:00:00.000Z" })
    const early = credit({ id: 3n, kind: "payment", amount: 5n, occurredAt: "2026-01-04T09:00:00.000Z" })
    expect(matrix([late, early], []).columns.map(({ item }) => item.id)).toEqual([3n, 2n])
  })

  it("show money that pays another order as elsewhere, and count each such order once", () => {
    const money = credit({ id: 2n, kind: "deposit", amount: 50n, documentId: null })
    const [X, Y] = [charge(5n, "X", 5n, others), charge(6n, "Y", 6n, others)]
    const Z = charge(7n, "Z", 7n, { documentId: 3n })
    const away = [on(2n, 1n, 20n), on(2n, 5n, 5n), on(2n, 6n, 6n), on(2n, 7n, 7n)]
    expect(columns(matrix([A, money, X, Y, Z], away))).toEqual(["2 deposit 50 = 20 + 0 + 18 on 2 + 12"])
  })

  it("are of one posting each, but for reversals and write-offs, and say what kind of money it is", () => {
    const money = (["payment", "stored_value", "deposit", "void"] as const).map((kind, index) =>
      credit({ id: 11n + BigInt(index), kind, amount: 5n }),
    )
    expect(
      matrix([A, ...money, refund], []).columns.map(({ kind, item, items }) => [
        kind,
        item.id,
        items.map(({ id }) => id),
      ]),
    ).toEqual([
      ["payment", 11n, [11n]],
      ["stored_value", 12n, [12n]],
      ["deposit", 13n, [13n]],
      ["payment", 14n, [14n]],
      ["refund", 4n, [4n]],
    ])
  })

  it("show what this order's money does elsewhere as no payment of this order", () => {
    const money = credit({ id: 2n, kind: "payment", amount: 50n })
    const X = charge(5n, "X", 5n, others)
    const foreignRefund = debit({ id: 6n, kind: "refund", key: "ref:2", amount: 7n, ...others })
    const seen = matrix(
      [A, money, X, foreignRefund, refund],
      [on(2n, 1n, 20n), on(2n, 5n, 5n), on(2n, 6n, 7n), on(2n, 4n, 10n)],
    )
    expect(columns(seen)).toContain("2 payment 50 = 20 + 10 + 12 on 1 + 8")
    expect(seen.applied).toBe(20n)
  })

  it("show money that was taken back before any order had it as elsewhere, and on no order", () => {
    const deposit = credit({ id: 2n, kind: "deposit", amount: 50n, documentId: null })
    const rest = debit({ id: 6n, kind: "reversal", key: "rev:2.1", amount: 30n, documentId: null })
    const seen = matrix([A, deposit, rest], [on(2n, 1n, 20n), on(2n, 6n, 30n, "reversed_rest")])
    expect(columns(seen)).toEqual(["2 deposit 50 = 20 + 0 + 30 on 0 + 0"])
  })

  it("hold all postings of a write-off in one, the first posted first", () => {
    const seen = matrix([A, writeOff(6n, 4n), writeOff(5n, 3n)], [on(6n, 1n, 4n), on(5n, 1n, 3n)])
    expect(columns(seen)).toEqual(["5 write_off 7 = 7 + 0 + 0 on 0 + 0"])
    expect(seen.columns[0]?.items.map(({ id }) => id)).toEqual([5n, 6n])
    expect(cells(seen)).toEqual(["line:A × 5 7"])
  })

  it("show a write-off of which a part is elsewhere, or pays a refund back, or waits", () => {
    const foreign = charge(7n, "X", 2n, others)
    const seen = matrix(
      [A, refund, writeOff(5n, 20n), foreign],
      [on(5n, 1n, 3n), on(5n, 7n, 2n), on(5n, 4n, 10n)],
    )
    expect(columns(seen)).toContain("5 write_off 20 = 3 + 10 + 2 on 1 + 5")
    const money = credit({ id: 8n, kind: "payment", amount: 9n, occurredAt: "2026-01-09T09:00:00.000Z" })
    const [column] = columns(matrix([writeOff(5n, 2n), money, foreign], [on(5n, 7n, 1n), on(8n, 7n, 1n)]))
    expect(column).toBe("5 write_off 2 = 0 + 0 + 1 on 1 + 1")
    expect(columns(matrix([writeOff(5n, 2n), foreign], [on(5n, 7n, 2n)]))).toEqual([
      "5 write_off 2 = 0 + 0 + 2 on 1 + 0",
    ])
  })

  it("show no write-off that was undone", () => {
    const undone = debit({ id: 6n, kind: "write_off", key: "woff:1", sequence: 2, amount: 3n })
    expect(columns(matrix([A, writeOff(5n, 3n), undone], [on(5n, 6n, 3n, "write_off_undone")]))).toEqual([])
  })

  it("show what the store recorded of a reversal and took back again while lines still name it", () => {
    const B = charge(2n, "B", 30n)
    const recorded = credit({ id: 5n, kind: "reversal", key: "rev:2.void", amount: 30n })
    const takenBack = debit({ id: 6n, kind: "reversal", key: "rev:2.void", sequence: 2, amount: 30n })
    const seen = matrix([A, lowered, B, recorded, takenBack], [on(5n, 2n, 30n), on(3n, 6n, 30n)])
    expect(cells(seen)).toEqual(["line:B × 5 30", "line:A × 5 -30"])
    expect(columns(seen)).toEqual(["5 reversal 0 = 0 + 0 + 0 on 0 + 0"])
  })

  it("show a reversal as money that is gone, from the lines it reopened and from what rested", () => {
    const money = credit({ id: 2n, kind: "payment", amount: 120n })
    const line = debit({ id: 5n, kind: "reversal", key: "rev:2.1", lineKey: "line:A", amount: 100n })
    const rest = debit({ id: 6n, kind: "reversal", key: "rev:2.1", sequence: 2, amount: 20n })
    const seen = matrix([A, money, line, rest], [on(2n, 1n, 100n), on(2n, 6n, 20n, "reversed_rest")])
    expect(columns(seen)).toEqual([
      "2 payment 120 = 100 + 20 + 0 on 0 + 0",
      "5 reversal -120 = -100 + -20 + 0 on 0 + 0",
    ])
    expect(seen).toMatchObject({ applied: 0n, open: 100n })
    expect(seen.rows[0]).toMatchObject({ net: 100n, allocated: 0n, open: 100n })
  })

  it("show what a reversal still asks back of money that settled no line", () => {
    const rest = debit({ id: 6n, kind: "reversal", key: "rev:2.1", amount: 20n })
    expect(columns(matrix([rest], []))).toEqual(["6 reversal -20 = 0 + 0 + 0 on 0 + -20"])
  })

  it("show what stands for a reversal that the store recorded, until it was taken back and settled", () => {
    const counter = credit({ id: 5n, kind: "reversal", key: "rev:2.void", amount: 10n })
    const back = debit({ id: 6n, kind: "reversal", key: "rev:2.void", sequence: 2, amount: 10n })
    const settles = on(5n, 4n, 10n, "reversed_refund")
    expect(columns(matrix([refund, counter], [settles]))).toContain("5 reversal 10 = 0 + 10 + 0 on 0 + 0")
    expect(columns(matrix([refund, counter, back], [settles]))).toContain(
      "5 reversal 0 = 0 + 10 + 0 on 0 + -10",
    )
    const paid = credit({ id: 7n, kind: "payment", amount: 10n })
    expect(columns(matrix([refund, counter, back, paid], [settles, on(7n, 6n, 10n)]))).toEqual([
      "4 refund -10 = 0 + -10 + 0 on 0 + 0",
      "7 payment 10 = 0 + 10 + 0 on 0 + 0",
    ])
  })

  it("are left out where an allocation speaks of an item that is not there", () => {
    expect(columns(matrix([A], [on(9n, 1n, 5n)]))).toEqual([])
    expect(cells(matrix([A], [on(9n, 1n, 5n)]))).toEqual([])
  })
})
