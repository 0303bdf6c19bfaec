/** What should be looked at, and what to do about it: sentences made of the facts of an answer. */
export const noticesEn = {
  notices: {
    transaction_miscounted: {
      detail:
        "The store counts a payment or a refund at another amount than was made; they differ by {{amount}}.",
      remedy:
        "Refund nothing again. Check the payment at the provider, correct the order’s transactions, then credit the order by what they leave due.",
    },
    mirror_unknown: {
      detail:
        "The store has a payment of {{amount}} that says it mirrors money of this ledger, which knows nothing of it.",
      remedy:
        "It was made with another state of the ledger, from before a restore perhaps: nothing of it was posted. Refund it in the store, or record the money on account.",
    },
    refund_without_row: {
      detail: "The store counts a refund that was never made; the difference is {{amount}}.",
      remedy: "Ask the payment provider, then refund again or correct the order.",
    },
    refund_without_transaction: {
      detail: "A refund was made that the store does not count; the difference is {{amount}}.",
      remedy:
        "Check the payment at the provider, add the order transaction that is missing, then credit the order by what it leaves due.",
    },
    capture_without_transaction: {
      detail: "A payment was captured that the store does not count; the difference is {{amount}}.",
      remedy: "Check the payment at the provider and the order’s transactions.",
    },
    refund_above_received: {
      detail: "“{{title}}” was paid back {{amount}} more than it had received.",
      remedy:
        "Nothing is lost: another item was paid back that much less. If the refund was meant for other items, choose them when you refund.",
    },
    refund_unexplained: {
      detail: "{{amount}} of the refund of {{date}} pays back nothing that the order had to give.",
      remedy:
        "Receive the return it was made for, credit the order, or ask the customer for it: until then the order owes it.",
    },
  },
}

export type NoticesWords = typeof noticesEn
