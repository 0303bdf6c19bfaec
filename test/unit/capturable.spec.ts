import { orderToPay } from "../../src/api/lib/capturable"

const ORDER: Parameters<typeof orderToPay>[0] = {
  kind: "order",
  order: { id: "order_11", display_id: "11" },
  charges: "126.90",
  why: { code: "nothing_paid", unapplied: null },
  next_step: { act: "record_payment" },
}

describe("F30: of which order the host is asked whether its money only has to be captured", () => {
  it.each<[string, Partial<typeof ORDER>, string | null]>([
    ["one that nothing was paid of", {}, "order_11"],
    [
      "one that was paid in part",
      { why: { code: "partly_paid", paid: "26.90", total: "126.90", lines: 1, unapplied: null } },
      "order_11",
    ],
    [
      "not one whose account has money",
      { why: { code: "nothing_paid", unapplied: "50.00" }, next_step: { act: "apply", amount: "50.00" } },
      null,
    ],
    [
      "not one whose instalment is late: that it is late stays said",
      { why: { code: "instalment_late", amount: "30.00", due_on: "2026-11-15", days: 12 } },
      null,
    ],
    [
      "not the row of what was taken back of an order",
      { kind: "reversal", why: { code: "taken_back" } },
      null,
    ],
  ])("%s", (_, more, id) => {
    expect(orderToPay({ ...ORDER, ...more })).toBe(id)
  })
})
