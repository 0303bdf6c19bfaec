import { judgeOrder } from "../../src/modules/reconciliation/audit/judge-order"
import { anOrder, CONTEXT, counted, row } from "../support/audited-order"

type Shape = Parameters<typeof anOrder>[0]

/** What is found of an order, with the amount in question. */
function found(shape: Shape = {}, context = CONTEXT): string[] {
  const { facts, order } = anOrder(shape)
  return judgeOrder(facts, order, context).map(({ kind, amount }) => `${kind} ${amount}`)
}

const CANCELLED = { status: "canceled", canceled_at: "2026-11-21T10:00:00.000Z" }
const cancelling = (amount: number) => counted(-amount, { reference: "pay_1" })

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
    expect(found(shape)).toEqual(expected)
  })

  it.each<[string, Shape]>([
    ["an order that was captured in full", {}],
    ["one that nothing was paid of", { captures: [], transactions: [] }],
    [
      "one of nothing, without a summary",
      { lines: [], captures: [], transactions: [], facts: { summary: null } },
    ],
    ["a draft with a deposit", { facts: { is_draft: true, status: "draft" } }],
    [
      "a cancelled one that nothing was paid of, which the host still asks for",
      { facts: CANCELLED, captures: [], transactions: [] },
    ],
    [
      "a cancelled one that was paid back, counted under the payment",
      {
        facts: CANCELLED,
        credits: [[100]],
        refunds: [row("ref", 100)],
        transactions: [counted(100), cancelling(100)],
      },
    ],
    [
      "a cancelled one whose refunds are counted in one",
      {
        facts: CANCELLED,
        credits: [[100]],
        refunds: [row("ref_1", 60), row("ref_2", 40)],
        transactions: [counted(100), cancelling(100)],
      },
    ],
    [
      "a refund that was refused and then made: two faults that make each other good",
      {
        facts: CANCELLED,
        refunds: [row("ref", 100)],
        transactions: [counted(100), counted(-100, { reference: "pay_1" })],
      },
    ],
    ["a refund with its credit line", { credits: [[30]], refunds: [row("ref", 30)] }],
    ["goods on their way back", { requested: 1 }],
    [
      "goods on their way back, taken off what is kept as due",
      { requested: 1, facts: { summary: { pending: "-50", counted: "100" } } },
    ],
    [
      "a payment that was captured in part, and whose rest was given up",
      {
        lines: [100],
        captures: [row("cap", 60)],
        payment: { canceled_at: "2026-11-21T10:00:00.000Z" },
      },
    ],
    [
      "a payment that was withdrawn",
      {
        refunds: [row("ref", 100)],
        payment: { canceled_at: "2026-11-21T10:00:00.000Z" },
        collection: { status: "canceled", captured: "0", refunded: "0" },
      },
    ],
    ["a gift card that paid all", { credits: [[100, "gift-card"]], captures: [], transactions: [] }],
    [
      "fractions that were captured with it",
      { lines: ["83.029275"], captures: [row("cap", "83.029275")], payment: { amount: 84 } },
    ],
    ["fractions of which less than a coin is left, which the host calls nothing", { lines: ["100.0049"] }],
    [
      "a credit line that the host leaves out of its total",
      { credits: [["0.01"]], facts: { summary: { pending: "0", counted: "100" } } },
    ],
    [
      "the same of one that is still to be paid",
      {
        credits: [["0.01"]],
        captures: [],
        transactions: [],
        facts: { summary: { pending: "100", counted: "0" } },
      },
    ],
    [
      "a transaction that somebody corrected by another",
      {
        transactions: [
          counted(100),
          counted(50, { reference: "cap_gone" }),
          counted(-50, { reference: "mended" }),
        ],
      },
    ],
    [
      "a missing transaction that somebody added under another name",
      { transactions: [counted(100, { reference: "added by hand" })] },
    ],
    [
      "one counted too low, with the difference added by hand",
      { transactions: [counted(90), counted(10, { reference: "added by hand" })] },
    ],
    [
      "money that no order has any more: the payment is told of",
      { captures: [], transactions: [counted(100, { elsewhere: [] })], collection: { captured: "100" } },
    ],
    [
      "a payment that another order has too, and counts",
      { transactions: [], collection: { is_shared: true } },
    ],
    [
      "a version later than the credits of what came back",
      { facts: { version: 4 }, credits: [[130, "gift-card"]] },
    ],
  ])("is silent of %s", (_, shape) => {
    expect(found(shape)).toEqual([])
  })

  it("counts in the coins of the currency", () => {
    const yen = { ...CONTEXT, digits: 0 }
    const fils = { ...CONTEXT, digits: 3 }
    expect(found({ transactions: [counted("99.6")] }, yen)).toEqual([])
    expect(found({ transactions: [counted("99.996")] }, fils)).toEqual(["transaction_amount_differs 0.004"])
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
