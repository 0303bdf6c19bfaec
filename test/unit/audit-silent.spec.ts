import { CANCELLED, cancelling, counted, foundOf, row, type Shape } from "../support/audited-order"

describe("F81: what the audit says nothing of", () => {
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
    expect(foundOf(shape)).toEqual([])
  })
})
