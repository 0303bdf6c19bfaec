/** What of the account's money the store's own order does not count. */
export const mirrorEn = {
  mirror: {
    all: "All money that is not in the shop’s orders",
    about:
      "Money that was recorded here and that the shop’s own orders do not count yet, or refuse to. It is in these books either way.",
    aboutRefused: "Money that was recorded here and that the shop’s own orders refuse to count.",
    none: "The shop counts everything",
    noneRefused: "The shop refuses nothing",
    noneText: "All money that was recorded here is a payment of its order in the shop too.",
    order: "Order #{{id}}",
    ofDay: "money of {{date}}",
    since: "Since {{when}}.",
    next: "Next try {{when}}.",
    retryOf: "Try again now: order #{{id}}",
    retry: "Try again now",
    retryFailed: "It could not be tried again.",
    what: {
      wanted: "{{amount}} of {{payment}} is on its way to the shop’s order.",
      withdrawing: "{{amount}} of {{payment}} is being taken off the shop’s order.",
      failing: "The shop did not take {{amount}} of {{payment}}; {{count}} attempts so far.",
      order_cancelled:
        "{{amount}} of {{payment}}: the order is cancelled, so the shop counts no payment of it.",
      order_draft: "{{amount}} of {{payment}}: the order is a draft and owes nothing yet.",
      nothing_open: "{{amount}} of {{payment}}: the shop’s order owes nothing any more.",
    },
    cure: {
      wanted: "It takes a moment; nothing is to be done.",
      withdrawing: "It takes a moment; nothing is to be done.",
      failing:
        "It is tried again by itself, ever more rarely. If it stays, tell whoever looks after the store.",
      order_cancelled:
        "Take the money off this order: it stays on the customer’s account, to be used or paid back.",
      order_draft: "It is counted as soon as the draft becomes an order.",
      nothing_open: "Somebody paid it in the shop too. If it was the same money, take it off this order.",
    },
  },
}

export type MirrorWords = typeof mirrorEn
