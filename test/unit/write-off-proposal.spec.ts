import { openRestsOf, proposedOf } from "../../src/admin/features/account/acts/proposed"
import type { OrderReconciliation, PlannedPaymentView } from "../../src/types/http"

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

  it("is of one item what that has open and no planned payment is to bring", () => {
    const order = {
      digits: 2,
      rows: [
        { key: "line:course", title: "Course", open: "314.20" },
        { key: "line:parcel", title: "Parcel", open: "12.75" },
        { key: "line:stand", title: "Stand", open: "0.00" },
        { key: "line:music", title: "Music", open: "-3.00" },
        { key: "line:strings", title: "Strings", open: "20.00" },
      ],
      plan: {
        instalments: [
          { reserved: [{ row: "line:course", amount: "150.00" }] },
          {
            reserved: [
              { row: "line:course", amount: "150.00" },
              { row: "line:strings", amount: "20.00" },
            ],
          },
        ],
      },
    } as unknown as OrderReconciliation
    expect(openRestsOf(order).map(({ key, proposed }) => [key, proposed])).toEqual([
      ["line:course", "14.20"],
      ["line:parcel", "12.75"],
      ["line:strings", null],
    ])
    expect(openRestsOf({ ...order, plan: null })[0]?.proposed).toBe("314.20")
  })

  it("keeps an item that was chosen and is paid meanwhile, so that nothing of another is given up", () => {
    const rows = [
      { key: "line:stand", title: "Stand", open: "0.00" },
      { key: "line:parcel", title: "Parcel", open: "12.75" },
    ]
    const order = { digits: 2, plan: null, rows } as unknown as OrderReconciliation
    expect(openRestsOf(order, "line:stand")).toEqual([
      { key: "line:stand", title: "Stand", open: "0.00", proposed: null },
      { key: "line:parcel", title: "Parcel", open: "12.75", proposed: "12.75" },
    ])
    expect(openRestsOf(order, "").map(({ key }) => key)).toEqual(["line:parcel"])
  })
})
