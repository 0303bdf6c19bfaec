import { proposedOf } from "../../src/admin/features/account/acts/proposed"
import type { PlannedPaymentView } from "../../src/types/http"

const planned = (order: string, kept: string): PlannedPaymentView =>
  ({ order_id: order, kept }) as PlannedPaymentView
const account = {
  digits: 2,
  planned_payments: [planned("order_1", "150.00"), planned("order_1", "150.25"), planned("order_2", "99.00")],
}

describe("What a write-off proposes to give up", () => {
  it("is what is open of the order and in no plan of its own, and nothing where that is nothing", () => {
    const of = { orderId: "order_1", displayId: "1", open: "313.00" }
    expect(proposedOf(of, account)).toBe("12.75")
    expect(proposedOf({ ...of, open: "300.25" }, account)).toBeNull()
    expect(proposedOf({ ...of, orderId: "order_3" }, account)).toBe("313.00")
  })

  it("is the whole surplus of money, for which nothing is planned", () => {
    expect(proposedOf({ open: "0.40" }, account)).toBe("0.40")
  })
})
