import { judgeOrder } from "../../src/modules/reconciliation/audit/judge-order"
import {
  anOrder,
  CANCELLED,
  cancelling,
  CONTEXT,
  counted,
  foundOf,
  row,
  type Shape,
} from "../support/audited-order"

describe("F81: what the audit finds of an order", () => {
  it.each<[string, Shape, string[]]>([
    [
      "a payment without capture",
      { transactions: [counted(100), counted(50, { reference: "cap_gone" })] },
      ["transaction_without_capture 50.00"],
    ],
    [
      "a capture that is gone, whatever its payment says still",
      {
        captures: [],
        transactions: [counted(100)],
        collection: { captured: "100" },
        payment: { captured_at: "2026-11-20T10:00:00.000Z" },
      },
      ["transaction_without_capture 100.00"],
    ],
    [
      "a refund without row",
      { transactions: [counted(100), counted(-30, { reference: "ref_gone" })] },
      ["transaction_without_refund 30.00"],
    ],
    [
      "a refund that a cancelled order counts though the provider refused it",
      { facts: CANCELLED, transactions: [counted(100), cancelling(100)] },
      ["transaction_without_refund 100.00", "cancelled_order_captured 100.00"],
    ],
    [
      "a payment without capture beside two that make each other good",
      {
        transactions: [
          counted(100),
          counted(50, { reference: "cap_gone" }),
          counted(-50, { reference: "mended" }),
          counted(7, { reference: "cap_none" }),
        ],
      },
      ["transaction_without_capture 7.00"],
    ],
    ["a capture that nothing counts", { transactions: [] }, ["capture_without_transaction 100.00"]],
    [
      "a refund that nothing counts",
      { refunds: [row("ref", 20)], transactions: [counted(100)] },
      ["refund_without_transaction 20.00"],
    ],
    ["a capture at another amount", { transactions: [counted(90)] }, ["transaction_amount_differs 10.00"]],
    [
      "a refund of a cancelled order at another amount",
      {
        facts: CANCELLED,
        credits: [[100]],
        refunds: [row("ref", 60)],
        transactions: [counted(100), cancelling(100)],
      },
      ["transaction_amount_differs 40.00", "cancelled_order_captured 40.00"],
    ],
    [
      "what a refused refund leaves behind with the next one: one amount for both",
      {
        refunds: [row("ref_1", 10), row("ref_2", 30)],
        transactions: [
          counted(100),
          counted(-30, { reference: "ref_1" }),
          counted(-30, { id: "t2", reference: "ref_2" }),
        ],
      },
      ["transaction_amount_differs 20.00"],
    ],
    [
      "a capture counted twice",
      { transactions: [counted(100), counted(100, { id: "again" })] },
      ["transaction_twice 100.00"],
    ],
    [
      "the money of another order",
      { transactions: [counted(100), counted(40, { reference: "cap_2", elsewhere: ["order_2"] })] },
      ["transaction_of_other_order 40.00"],
    ],
    [
      "a balance that the host shows and nothing says",
      { facts: { summary: { pending: "20", counted: "80" } } },
      ["balance_disagrees 20.00"],
    ],
    [
      "a balance that the host shows, goods on their way back taken off",
      { requested: 1, facts: { summary: { pending: "20", counted: "80" } } },
      ["balance_disagrees 20.00"],
    ],
    [
      "two rows that nothing counts, and no more of the balance that follows",
      { refunds: [row("ref", 20)], transactions: [], facts: { summary: { pending: "0", counted: "100" } } },
      ["capture_without_transaction 100.00", "refund_without_transaction 20.00"],
    ],
    [
      "a balance that the host keeps and nothing says",
      { facts: { summary: { pending: "17", counted: "100" } } },
      ["balance_disagrees 17.00"],
    ],
    ["an order without a balance", { facts: { summary: null } }, ["balance_disagrees 0.00"]],
    ["money of a cancelled order", { facts: CANCELLED }, ["cancelled_order_captured 100.00"]],
    [
      "a payment that is captured without a capture",
      { captures: [], transactions: [], payment: { captured_at: "2026-11-20T10:00:00.000Z" } },
      ["payment_says_otherwise 100.00"],
    ],
    [
      "a collection that says too much",
      { collection: { captured: "120" } },
      ["payment_says_otherwise 20.00"],
    ],
    [
      "a collection that says nothing of a refund",
      { refunds: [row("ref", 30)], collection: { refunded: "0" } },
      ["payment_says_otherwise 30.00"],
    ],
    [
      "a cancelled payment that was captured",
      { payment: { canceled_at: "2026-11-21T10:00:00.000Z" } },
      ["payment_says_otherwise 100.00"],
    ],
    [
      "a collection that was withdrawn and says that money stayed",
      {
        refunds: [row("ref", 100)],
        collection: { status: "canceled", captured: "100", refunded: "70" },
      },
      ["payment_says_otherwise 30.00"],
    ],
    [
      "a transaction in another currency",
      { transactions: [{ ...counted(100), currency: "eur" }] },
      ["currency_differs 100.00"],
    ],
    [
      "fractions that are asked for",
      { lines: ["100.0037"], captures: [], transactions: [] },
      ["unrounded_total 100.00"],
    ],
    ["a line below zero", { lines: [150, -50] }, ["negative_total 50.00"]],
    ["credits above the order", { credits: [[130]] }, ["credits_exceed_total 30.00"]],
    [
      "a row of two amounts",
      { transactions: [{ ...counted(100), plain: "90" }] },
      ["amount_written_twice 10.00"],
    ],
  ])("finds %s", (_, shape, expected) => {
    expect(foundOf(shape)).toEqual(expected)
  })

  it("counts in the coins of the currency", () => {
    const yen = { ...CONTEXT, digits: 0 }
    const fils = { ...CONTEXT, digits: 3 }
    expect(foundOf({ transactions: [counted("99.6")] }, yen)).toEqual([])
    expect(foundOf({ transactions: [counted("99.996")] }, fils)).toEqual(["transaction_amount_differs 0.004"])
  })

  it("says since when, to the last digit, and what may still settle by itself", () => {
    const { facts, order } = anOrder({
      refunds: [{ ...row("ref", "20.005"), at: "2026-11-27T12:00:30.000Z" }],
      transactions: [counted(100)],
    })
    expect(judgeOrder(facts, order, CONTEXT)).toEqual([
      {
        kind: "refund_without_transaction",
        group: "balances",
        order: { id: "order_1", display_id: "1" },
        others: [],
        payment_id: "pay_1",
        provider_id: "pp_stripe_stripe",
        row_id: "ref",
        row_title: null,
        currency_code: "usd",
        digits: 2,
        amount: "20.01",
        stored: "0.00",
        expected: "-20.005",
        at: "2026-11-27T12:00:30.000Z",
        is_fresh: true,
        detail: null,
      },
    ])
  })

  it("takes goods on their way back off what is due", () => {
    const { facts, order } = anOrder({ requested: 1, facts: { summary: { pending: "20", counted: "80" } } })
    expect(judgeOrder(facts, order, CONTEXT)).toMatchObject([{ stored: "-30.00", expected: "-50.00" }])
  })

  it("names the other order that has the money", () => {
    const { facts, order } = anOrder({
      transactions: [counted(100), counted(40, { reference: "cap_2", elsewhere: ["order_2"] })],
    })
    expect(judgeOrder(facts, order, CONTEXT)[0]?.others).toEqual([{ id: "order_2", display_id: "order_2" }])
  })
})
