import type { AuditGroup, AuditKind } from "../../../types/http"

/** The audit before going live: what was found, what each kind means, and what to do. */
export const auditEn = {
  audit: {
    about:
      "What the shop’s own records say against each other, before anything is written. Reading changes nothing, neither here nor in the shop.",
    reading: "Reading the shop’s orders",
    things: "orders read",
    read_one: "{{count}} order and {{payments}} payments read.",
    read_other: "{{count}} orders and {{payments}} payments read.",
    stop: "Stop",
    goOn: "Go on",
    again: "Read again",
    partly: "{{count}} of {{total}} orders read; payments come next. What was read is kept.",
    kept: "What was read is kept.",
    soFar: "So far: {{found}}",
    none: "Nothing is wrong",
    noneText:
      "Every balance of the shop is what its captures and refunds say, and every payment has its order. Well kept: the back-fill can begin.",
    afterwards:
      "These need not be cured first. Old orders come in as their items, captures and refunds stand; whatever still disagrees is shown again on its order.",
    toSetUp: "Go on to the set-up",
    notMigrated: "The installation is not finished. Ask whoever runs the server to execute:",
    copy: "Copy",
    copyIds: "Copy ids",
    copied: "Copied",
    notCopied: "The browser does not let this page copy.",
    groups: {
      balances_one: "{{count}} balance of the shop disagrees with its captures and refunds",
      balances_other: "{{count}} balances of the shop disagree with their captures and refunds",
      payments_one: "{{count}} payment is unexplained",
      payments_other: "{{count}} payments are unexplained",
      amounts_one: "{{count}} order has an amount that cannot be right",
      amounts_other: "{{count}} orders have amounts that cannot be right",
      rounded_one: "{{count}} order will be rounded",
      rounded_other: "{{count}} orders will be rounded",
    } satisfies Record<`${AuditGroup | "rounded"}_${"one" | "other"}`, string>,
    means: "What it means",
    cure: "What to do",
    more: "Show more, {{count}} are left",
    noOrder: "On no order",
    noAmount: "no amount",
    others: "also",
    countedBy: "counted by",
    currencies: "Payment in {{own}}, order in {{other}}",
    itemUnreadable: "The item “{{item}}” has no readable amount.",
    rowUnreadable: "One of its rows has no readable amount.",
    fresh: "Written just now, and perhaps not finished: read again in two minutes.",
    stored: "the shop says {{amount}}",
    expected: "it should be {{amount}}",
    save: "Save as CSV",
    file: "Audit of the shop",
    csv: {
      kind: "Finding",
      order: "Order",
      orderId: "Order id",
      others: "Other orders",
      payment: "Payment",
      row: "Row",
      currency: "Currency",
      amount: "Amount",
      stored: "The shop says",
      expected: "It should be",
      since: "Since",
      means: "What it means",
      cure: "What to do",
    },
    kinds: {
      transaction_without_capture: {
        one: "payment is counted that was never captured",
        other: "payments are counted that were never captured",
        means:
          "The order counts money that no capture bears out: the shop thinks it is paid, and the provider took nothing.",
        cure: "Look for the payment at the provider. If no money came, have a transaction of the opposite amount added to the order, then ask for the money. If it came, record it here as a payment.",
      },
      transaction_without_refund: {
        one: "refund is counted that was never made",
        other: "refunds are counted that were never made",
        means:
          "The order counts money as given back that no refund bears out. It happens when an order is cancelled and the provider refuses the refund: the customer still waits for it.",
        cure: "Look for the refund at the provider. If it was not made, refund again there; else have the order’s transaction taken back.",
      },
      capture_without_transaction: {
        one: "capture is not counted by its order",
        other: "captures are not counted by their orders",
        means: "Money was taken, and the order does not count it: the shop still asks for it.",
        cure: "Check the payment at the provider, then have the missing transaction added to the order. The back-fill counts the capture either way.",
      },
      refund_without_transaction: {
        one: "refund is not counted by its order",
        other: "refunds are not counted by their orders",
        means:
          "Money was given back, and the order does not count it. It happens when a refund is made while the order is being edited, or after it was cancelled: the shop shows an error, and the refund stands.",
        cure: "Do not refund again. Check the refund at the provider, then have the missing transaction added to the order. The back-fill counts the refund either way.",
      },
      transaction_amount_differs: {
        one: "payment or refund is counted at another amount than was made",
        other: "payments and refunds are counted at other amounts than were made",
        means:
          "The order counts a row at another amount than the row says, mostly after a refund that failed halfway.",
        cure: "Check the amount at the provider, then have the order’s transaction corrected.",
      },
      transaction_twice: {
        one: "payment or refund is counted twice",
        other: "payments and refunds are counted twice",
        means: "Two transactions of the order name the same capture or refund.",
        cure: "Have one of the two taken out of the order.",
      },
      transaction_of_other_order: {
        one: "payment is counted that belongs to another order",
        other: "payments are counted that belong to other orders",
        means: "The order counts a capture or refund whose payment another order has.",
        cure: "Find out which of the two the customer paid, and have the transaction taken out of the other.",
      },
      balance_disagrees: {
        one: "balance is not what captures, refunds and lines come to",
        other: "balances are not what captures, refunds and lines come to",
        means:
          "What the shop shows, or keeps, as due is neither what its captures and refunds leave open nor what its own transactions do.",
        cure: "Compare the order with the provider. The back-fill takes lines, captures and refunds, and not this balance.",
      },
      payment_of_no_order: {
        one: "captured payment belongs to no order",
        other: "captured payments belong to no order",
        means:
          "Money was taken, and no order has the payment: the checkout broke off after it, the draft or the order was deleted, or the two came apart.",
        cure: "Find whose it is at the provider. Refund it there, or record it here on the customer’s account and apply it to what they owe.",
      },
      payment_of_several_orders: {
        one: "payment belongs to several orders",
        other: "payments belong to several orders",
        means: "One payment is joined to several orders: each of them takes the same money for its own.",
        cure: "Keep it on the order it was for, and have it taken off the others. Money for several orders is recorded here on the account.",
      },
      payment_without_collection: {
        one: "captured payment has lost its collection",
        other: "captured payments have lost their collection",
        means: "The payment’s collection was deleted, so that the shop shows the money with no order.",
        cure: "Have the collection restored; else record the money here on the customer’s account.",
      },
      capture_without_payment: {
        one: "capture has no payment",
        other: "captures have no payment",
        means: "Money was taken, and the payment it belongs to was deleted: the shop shows it nowhere.",
        cure: "Check at the provider that it was taken, then have the payment restored.",
      },
      refund_without_payment: {
        one: "refund has no payment",
        other: "refunds have no payment",
        means: "Money was given back, and the payment it was made from was deleted.",
        cure: "Check the refund at the provider, then have the payment restored.",
      },
      cancelled_order_captured: {
        one: "payment of a cancelled order was not given back",
        other: "payments of cancelled orders were not given back",
        means: "The order is cancelled, and money that was taken for it is still with you.",
        cure: "Refund it at the provider, or leave it: after the back-fill it is credit on the customer’s account.",
      },
      refunded_more_than_captured: {
        one: "payment was refunded above what was captured",
        other: "payments were refunded above what was captured",
        means: "More was given back than ever came.",
        cure: "Check both at the provider. A refund too many is money to ask back.",
      },
      captured_more_than_payment: {
        one: "payment was captured above its amount",
        other: "payments were captured above their amounts",
        means: "More was taken than the payment was made for.",
        cure: "Check the captures at the provider, and refund what is too much.",
      },
      payment_says_otherwise: {
        one: "payment’s status is not what its captures and refunds say",
        other: "payments’ statuses are not what their captures and refunds say",
        means:
          "The payment or its collection says another amount was taken or given back than its rows do; the order’s payment status is told by it.",
        cure: "Check the payment at the provider; the back-fill takes the rows.",
      },
      currency_differs: {
        one: "payment or transaction is in another currency than its order",
        other: "payments and transactions are in another currency than their orders",
        means: "Two currencies meet in one order, and the shop adds their figures as if they were one.",
        cure: "Find out which was taken at the provider, and have the wrong one corrected before the back-fill: amounts of two currencies are never added here.",
      },
      order_unreadable: {
        one: "order cannot be added up",
        other: "orders cannot be added up",
        means:
          "A row of the order lacks its amount, or has none that is a number; the shop itself cannot show the order.",
        cure: "Have the row corrected that the message names. The back-fill leaves the order out until then.",
      },
      unrounded_total: {
        one: "order asks for fractions of the smallest coin",
        other: "orders ask for fractions of the smallest coin",
        means:
          "Tax or prices left digits that nobody can pay. The provider rounds; a rest below one coin may stay.",
        cure: "Nothing is wrong with the money. The back-fill rounds each order once and shows the rounding as a row.",
      },
      negative_total: {
        one: "line or order costs less than nothing",
        other: "lines or orders cost less than nothing",
        means: "A price or a discount makes a line negative.",
        cure: "Correct the price or the discount by an edit of the order; money to give back is a refund or a credit.",
      },
      credits_exceed_total: {
        one: "order is credited above what it costs",
        other: "orders are credited above what they cost",
        means:
          "Credit lines are more than the lines and what was refunded: the customer would get more back than they paid.",
        cure: "Look at the credit lines of the order; one may have been given twice.",
      },
      negative_money: {
        one: "capture or refund is below zero",
        other: "captures and refunds are below zero",
        means:
          "A capture that takes nothing in but gives out, or a refund that takes: another program wrote it.",
        cure: "Check it at the provider, and have it corrected into what it was.",
      },
      amount_written_twice: {
        one: "row says two amounts",
        other: "rows say two amounts",
        means:
          "The shop keeps each amount twice, as a number and as exact text. Here the two differ, so that reports disagree.",
        cure: "Find out which is right at the provider. The exact text counts, in the shop and here.",
      },
    } satisfies Record<AuditKind, Record<"one" | "other" | "means" | "cure", string>>,
  },
}

export type AuditWords = typeof auditEn
