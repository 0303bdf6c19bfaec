import type { Column } from "../../src/modules/reconciliation/domain/order/columns"
import type { Matrix, Row } from "../../src/modules/reconciliation/domain/order/matrix"
import { warningsOf } from "../../src/modules/reconciliation/domain/order/warnings"
import { charge, credit, debit } from "../support/items"

const row = (allocated: bigint): Row => {
  const first = { ...charge(1n, "A", 100n), title: "Lamp" }
  return { key: "line:A", first, adjustments: [], amount: 100n, net: 100n, allocated, open: 0n }
}

const column = (kind: Column["kind"], item: Column["item"]): Column => ({
  item,
  items: [item],
  kind,
  amount: item.amount,
  onThisOrder: 0n,
  paidBack: 0n,
  elsewhere: { amount: 0n, documents: 0 },
  unallocated: item.amount,
})

const matrix = (rows: Row[], columns: Column[], cells: Matrix["cells"] = []): Matrix => ({
  rows,
  columns,
  cells,
  cellsOf: new Map(),
  applied: 0n,
  open: 0n,
})

describe("What an admin should look at on an order", () => {
  const refund = debit({ id: 2n, kind: "refund", reference: "ref_1", amount: 50n, allocated: 20n })

  it("is a row that was paid back more than it had received", () => {
    const paidBack = column("refund", { ...refund, allocated: 50n })
    const cells = [{ row: "line:A", columnItemId: refund.id, amount: -300n, parts: [] }]
    expect(warningsOf(matrix([row(-250n)], [paidBack], cells), 2)).toEqual([
      {
        code: "refund_above_received",
        facts: { amount: "2.50", title: "Lamp" },
        detail: '"Lamp" was paid back 2.50 more than it had received.',
        remedy: expect.stringContaining("choose them when you refund"),
      },
    ])
  })

  it("is a refund of which a part pays nothing back", () => {
    expect(warningsOf(matrix([], [column("refund", refund)]), 2)).toEqual([
      {
        code: "refund_unexplained",
        facts: { amount: "0.30", occurred_on: "2026-01-01", reference: "ref_1" },
        detail: "0.30 of the refund of 2026-01-01 pays back nothing that the order had to give.",
        remedy: expect.stringContaining("Receive the return"),
      },
    ])
  })

  it.each<[string, Row[], Column[]]>([
    ["a row below zero that no refund paid back", [row(-250n)], []],
    ["a row that was paid, or paid back exactly", [row(100n), row(0n)], []],
    [
      "a refund that pays something back with all of it",
      [],
      [column("refund", { ...refund, allocated: 50n })],
    ],
    [
      "a refund that the host took back",
      [],
      [column("refund", credit({ id: 3n, kind: "void", amount: 5n }))],
    ],
    ["money that is left over", [], [column("payment", credit({ id: 4n, kind: "payment", amount: 5n }))]],
    ["what a write-off keeps", [], [column("write_off", refund)]],
  ])("is not %s", (_, rows, columns) => {
    expect(warningsOf(matrix(rows, columns), 2)).toEqual([])
  })
})
