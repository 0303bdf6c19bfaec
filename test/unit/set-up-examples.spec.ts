import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import { laterExample } from "../../src/modules/reconciliation/domain/examples/later-example"
import {
  MONEY_ON_ACCOUNT,
  NEARLY_PAID,
  PARTLY_PAID,
  REFUNDED_ORDER,
} from "../../src/modules/reconciliation/domain/examples/made-up"
import {
  checkoutExample,
  refundExample,
  restExample,
  type ExampleLine,
} from "../../src/modules/reconciliation/domain/examples/order-example"
import { HostTimeline } from "../support/host-timeline"
import { Book } from "../support/book"

const { line_order, pro_rata, component_priority, exact_match, oldest_first } = STRATEGIES
const ways = { line_order, pro_rata, component_priority }
const REFUND_WAYS = { strategy: line_order, ways: ["newest_first", "pro_rata"] as const }

/** "75.00 of 75.00 | 44.12 …": what each policy gives each line. */
const told = (lines: readonly ExampleLine[], name: string): string[] =>
  lines.map(({ amount, by }) => `${by[name]} of ${amount}`)

const placed = (orderId: string, day: number, totals: Record<string, string>): HostTimeline =>
  new HostTimeline({ orderId, placedAt: `2026-01-0${day}T09:00:00.000Z` }).place(totals)
const historyOf = (timeline: HostTimeline) => new Book().historyOf(timeline)
const at = (day: number): string => `2026-01-0${day}T10:00:00.000Z`

describe("F61: examples of what each rule would have done, of the shop's own orders", () => {
  it("spread what came on the last order with several items that was paid in part", () => {
    const older = placed("older", 1, { A: "10.00", B: "10.00" }).capture(at(1), "5.00", { id: "cap_1" })
    const partly = placed("partly", 2, { A: "75.00", B: "75.00", C: "20.00" })
    partly.capture(at(2), "100.00", { id: "cap_2" })
    const whole = placed("whole", 3, { A: "30.00", B: "30.00" }).capture(at(3), "60.00", { id: "cap_3" })
    const unpaid = placed("unpaid", 4, { A: "30.00", B: "30.00" })
    const single = placed("single", 5, { A: "30.00" }).capture(at(5), "10.00", { id: "cap_5" })
    const example = checkoutExample([older, partly, whole, unpaid, single].map(historyOf), ways)
    expect(example).toMatchObject({ amount: 100_00n, order: { orderId: "partly" } })
    const lines = example?.lines ?? []
    expect(told(lines, "line_order")).toEqual(["7500 of 7500", "2500 of 7500", "0 of 2000"])
    expect(told(lines, "pro_rata")).toEqual(["4412 of 7500", "4412 of 7500", "1176 of 2000"])
    expect(lines.reduce((sum, { by }) => sum + (by["component_priority"] ?? 0n), 0n)).toBe(100_00n)
  })

  it("are none where no order fits, and one that was given money back is no example of a payment", () => {
    const refunded = placed("refunded", 1, { A: "75.00", B: "75.00" }).capture(at(1), "100.00", {
      id: "cap_1",
    })
    refunded.refund(at(2), "20.00", { id: "ref_1" })
    expect(checkoutExample([historyOf(refunded)], ways)).toBeNull()
    expect(refundExample([], REFUND_WAYS)).toBeNull()
    expect(restExample([historyOf(placed("unpaid", 1, { A: "75.00" }))], line_order)).toBeNull()
  })

  it("find the last small rest, and none in an order that is owed in large part", () => {
    const large = placed("large", 3, { A: "75.00", B: "75.00" }).capture(at(3), "100.00", { id: "cap_1" })
    const small = placed("small", 2, { A: "75.00", B: "75.00" }).capture(at(2), "149.55", { id: "cap_2" })
    expect(restExample([large, small].map(historyOf), line_order)).toMatchObject({
      missing: 45n,
      order: { orderId: "small" },
    })
  })

  it("are made up where the shop has none, and planned by the same strategies", () => {
    expect(told(checkoutExample([PARTLY_PAID], ways)?.lines ?? [], "line_order")).toEqual([
      "7500 of 7500",
      "2500 of 7500",
      "0 of 2000",
    ])
    expect(restExample([NEARLY_PAID], line_order)?.missing).toBe(45n)
    const refund = refundExample([REFUNDED_ORDER], REFUND_WAYS)
    expect(refund?.amount).toBe(50_00n)
    expect(told(refund?.lines ?? [], "newest_first")).toEqual(["0 of 7500", "3000 of 7500", "2000 of 2000"])
    expect(told(refund?.lines ?? [], "pro_rata")).toEqual(["2206 of 7500", "2206 of 7500", "588 of 2000"])
  })

  it("show money on account: nothing where none fits exactly, else the oldest order first", () => {
    const { money, debits } = MONEY_ON_ACCOUNT
    const orders = laterExample(money, debits, { exact_match, oldest_first })
    expect(orders.map(({ open, by }) => [open, by["exact_match"], by["oldest_first"]])).toEqual([
      [1_840_95n, 0n, 600_00n],
      [84_00n, 0n, 0n],
    ])
    // What was asked of them is left as it was.
    expect([money.open, ...debits.map(({ open }) => open)]).toEqual([600_00n, 1_840_95n, 84_00n])
  })
})
