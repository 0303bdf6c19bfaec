import { mayTakeOff, offersFor } from "../../src/admin/features/order/page/item-acts"
import { GridStore } from "../../src/admin/features/order/grid/grid-store"
import { stateOfRow } from "../../src/admin/features/order/grid/row-state"
import { amountTextOf } from "../../src/admin/lib/amount-text-of"
import { credit, debit, held, instalment } from "../support/items"
import { A, B, cash, ledger } from "../support/steps"

describe("What the list of items offers on a small screen", () => {
  // A of 14.20 is in the plan, B of 12.75 in none and all but 7.00 of it paid; of 5.75 that it got, 3.00 went back with
  // a credit. 20.00 in cash is on no item.
  const refund = debit({ id: 5n, kind: "refund", amount: 300n, occurredOn: "2026-01-28" })
  const lowered = credit({ id: 6n, kind: "adjustment", key: "adj:B", lineKey: "line:B", amount: 300n })
  const order = ledger(
    [A, B, cash(3n, 2000n), cash(4n, 575n), refund, lowered],
    [held(9n, [4n, 2n], 575n), held(10n, [6n, 5n], 300n)],
    { instalments: [instalment(1, 1420n, { dueOn: "2026-02-15" })] },
  )
  const store = new GridStore({
    order,
    as: amountTextOf("en", order),
    today: "2026-01-31",
    canEdit: true,
    titleOf: ({ id }) => id,
  })
  const rowOf = (key: string) => store.rows.find(({ id }) => id === key)

  it("is nothing for an item that a plan covers, and only what is missing for another", () => {
    const offered = (key: string): unknown => {
      const row = rowOf(key)
      return (
        row && [
          stateOfRow(store.sheet, key),
          offersFor(store, row).map(({ column, amount }) => [column.id, amount]),
        ]
      )
    }
    expect([offered("line:A"), offered("line:B")]).toEqual([
      ["planned", []],
      ["partial", [["3", 700n]]],
    ])
  })

  it("is no more than R fills in the grid, which leaves to planned payments what is kept for them", () => {
    const at = (key: string) => store.rows.findIndex(({ id }) => id === key)
    const column = store.columns.findIndex(({ id }) => id === "3")
    store.go({ row: at("line:A"), column })
    store.go({ row: at("line:B"), column }, true)
    store.fill()
    expect(store.changes.all).toEqual([{ row: "line:B", column: 3n, amount: 700n }])
    store.discard()
    store.go({ row: at("line:A"), column })
    const [row, of] = [rowOf("line:A"), store.columns[column]]
    expect(row && of && store.cell(row, of).room).toBe(0n)
  })

  it("takes off what a payment put there, never a refund", () => {
    const taking = store.rows.flatMap((row) =>
      store.columns.filter((column) => mayTakeOff(store, row, column)).map(({ id }) => [row.id, id]),
    )
    expect(order.cells.map(({ column, amount }) => [column, amount])).toContainEqual(["5", "-3.00"])
    expect(taking).toEqual([["line:B", "4"]])
  })
})
