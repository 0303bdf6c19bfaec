import { amountTextOf } from "../../src/admin/lib/amount-text-of"
import { stateWords } from "../../src/admin/lib/state-words"
import { effectsOf } from "../../src/admin/features/order/grid/effects"
import { GridStore } from "../../src/admin/features/order/grid/grid-store"
import { speechOf } from "../support/admin-speech"
import { instalment } from "../support/items"
import { A, B, cash, ledger } from "../support/steps"

describe("How an order stands, in full words", () => {
  const { t } = speechOf("en")

  it("names what a plan leaves without money, and calls only an order without such a rest fully reconciled", () => {
    expect(stateWords("planned", "12.75", t)).toBe("With planned payments, 12.75 not covered")
    expect(stateWords("planned", "0.00", t)).toBe("Fully reconciled, with planned payments")
    expect(stateWords("planned", null, t)).toBe("Fully reconciled, with planned payments")
    expect(stateWords("partial", "12.75", t)).toBe("Partly reconciled")
  })

  it("is told with the rest of what saving would come to, and without one once the draft leaves none", () => {
    // A of 14.20 is planned; B of 12.75 is not, and cash of 12.75 lies unallocated.
    const order = ledger([A, B, cash(3n, 1275n)], [], {
      instalments: [instalment(1, 1420n, { dueOn: "2026-02-15" })],
    })
    const store = new GridStore({
      order,
      as: amountTextOf("en", order),
      today: "2026-01-31",
      canEdit: true,
      titleOf: ({ id }) => id,
    })
    const restAfter = (units: bigint): unknown => {
      store.put([{ row: "line:B", column: "3", units }])
      return effectsOf(store, store.sheet).map(({ id, after, notCovered }) => [id, after, notCovered])[0]
    }
    expect(restAfter(1000n)).toEqual(["order", "planned", 275n])
    expect(restAfter(1275n)).toEqual(["order", "planned", 0n])
  })
})
