import { barAmounts, type BarAmounts } from "../../src/admin/features/order/card/bar-amounts"
import { SheetMaker } from "../../src/admin/features/order/grid/sheet"
import type { OrderReconciliation } from "../../src/types/http"
import { held, instalment } from "../support/items"
import { A, B, cash, ledger } from "../support/steps"

function barOf(order: OrderReconciliation, today = "2026-01-31"): BarAmounts {
  return barAmounts(order, new SheetMaker(order, today).sheet([]), today)
}

describe("How far an order is paid", () => {
  const paid = [held(9n, [3n, 1n], 1000n)]
  const plan = [
    instalment(1, 300n, { dueOn: "2026-01-15" }),
    instalment(2, 500n, { dueOn: "2026-02-15" }),
    instalment(3, 200n, { dueOn: "2026-03-15", failed: true }),
  ]
  const items = [A, B, cash(3n, 1200n)]

  it("is what is paid, what is planned in good standing, and what is open: late and failed instalments with it", () => {
    expect(barOf(ledger(items, paid, { instalments: plan }))).toEqual({
      paid: 1000n,
      planned: 500n,
      open: 1195n,
    })
  })

  it.each(["2026-01-15", "2026-01-16", "2026-02-15", "2026-02-16"])("adds up to the total on %s", (today) => {
    const { paid: has, planned, open } = barOf(ledger(items, paid, { instalments: plan }), today)
    expect(has + planned + open).toBe(2695n)
    expect(planned).toBe({ "2026-01-15": 800n, "2026-02-16": 0n }[today] ?? 500n)
  })
})
