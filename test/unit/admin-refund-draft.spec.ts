import { isRefundTouched, NEW_REFUND, readRefund } from "../../src/admin/features/order-acts/refund/draft"
import { amountTextOf } from "../../src/admin/lib/amount-text-of"
import type { OrderReconciliation, RefundablePaymentView } from "../../src/types/http"
import { gridOrder } from "../support/grid-order"

const as = amountTextOf("en-US", { currency_code: "usd", digits: 2 })
const payment = (id: string, captures: string[], refundable: string): RefundablePaymentView => ({
  payment_id: id,
  method: "card",
  provider_id: "pp_card",
  occurred_on: "2026-10-02",
  captured: "600.00",
  refundable,
  captures,
})

describe("through which payment chosen rows are refunded", () => {
  // The first row is paid by card, the second by a cheque on account, which no provider can pay back.
  const made = gridOrder({
    items: [60_000n, 10_710n],
    payments: [60_000n, 10_710n],
    cells: [
      { item: 0, payment: 0, amount: 60_000n },
      { item: 1, payment: 1, amount: 10_710n },
    ],
  })
  const order: OrderReconciliation = {
    ...made,
    columns: made.columns.map((one, place) => (place === 1 ? { ...one, kind: "deposit" } : one)),
    rows: made.rows.map((row) => ({ ...row, refundable: row.net })),
  }
  const payments = [payment("pay_2", ["cap_9"], "50.00"), payment("pay_1", ["cap_0"], "569.40")]
  const read = (row: number, amount: string, paymentId: string | null = null) => {
    const { payment: chosen, paidBy } = readRefund(
      { ...NEW_REFUND, amounts: { [order.rows[row]?.key ?? ""]: amount }, paymentId },
      { order, payments, as },
    )
    return [chosen?.payment_id, paidBy.map(({ kind }) => kind)]
  }

  it("is the one that paid them, of which there is nothing more to say", () => {
    expect(read(0, "20")).toEqual(["pay_1", []])
  })

  it("is else the newest that has enough, and says by what they were paid", () => {
    expect(read(1, "26.78")).toEqual(["pay_2", ["deposit"]])
    expect(read(1, "100")).toEqual(["pay_1", ["deposit"]])
  })

  it("is the one that somebody chose, and says where it paid none of them", () => {
    expect(read(0, "20", "pay_2")).toEqual(["pay_2", ["payment"]])
  })
})

describe("whether closing would lose something of a refund", () => {
  it.each([
    { typed: {}, loses: false },
    { typed: { amounts: { row_1: " " } }, loses: false },
    { typed: { amounts: { row_1: "2.50" } }, loses: true },
    { typed: { paymentId: "pay_1" }, loses: true },
    { typed: { reasonId: "refr_1" }, loses: true },
    { typed: { note: "bent" }, loses: true },
  ])("is $loses of $typed", ({ typed, loses }) => {
    expect(isRefundTouched({ ...NEW_REFUND, ...typed })).toBe(loses)
  })
})
