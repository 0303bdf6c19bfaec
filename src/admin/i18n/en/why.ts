import type { AllocationReason } from "../../../types/http"

/** Why an amount is where it is, and what should be looked at: sentences made of the facts of an answer. */
export const whyEn = {
  why: {
    allocated: "{{amount}} from “{{credit}}”: {{reason}}; {{limit}}.",
    posted: "{{amount}} of “{{item}}”: {{reason}}.",
    waits: "{{limit}}; {{waiting}}",
    ownRule: "the store’s own rule “{{rule}}” chose it",
    limits: {
      settled: "“{{debit}}” had {{open}} open and was settled by it",
      share: "“{{debit}}” had {{open}} open, and its share of “{{credit}}” is {{amount}}",
      used_up: "“{{debit}}” had {{open}} open, but only {{amount}} was left",
    } satisfies Record<AllocationReason["limit"], string>,
    waiting: {
      line_order: "later items wait for the next payment",
      oldest_first: "later items and orders wait for the next payment",
      due_date: "what falls due later waits for the next payment",
    },
    reasons: {
      line_order: "money fills the items in the order’s own order, first to last",
      oldest_first: "the oldest order is paid first, its items in order",
      due_date: "what falls due first is paid first",
      pro_rata: "the money is shared in proportion to what each item has open",
      component_priority:
        "one component of the order is paid after the other, in the store’s order of priority",
      exact_match: "it is exactly the open balance of this one order",
      exact_balance: "it is exactly what the whole account owes",
      instalment: "it fulfils a planned payment, which is kept for this item",
      pinned: "this amount was reserved for this item",
      manual: "a person put it there",
      restored: "it stood here before, and what had moved it away was undone",
      own_line: "a lowered item first settles what it still owes itself",
      own_order: "what a lowered item has to give settles other items of its order",
      refund_of_credit: "the credit was given for this refund",
      refund_of_line: "the refund pays back what this item has to give",
      refund_of_chosen_line: "the refund was made for this item",
      refund_of_surplus: "the refund pays back money that no item needed",
      transferred: "the order went to another account, where the rest goes on",
      voided_money: "the payment was taken back before it settled",
      voided_refund: "the refund was taken back before it settled",
      reversed_rest: "the payer or the bank took back what settled nothing yet",
      reversed_void: "the store deleted the payment whose reversal stands already",
      reversed_refund: "the store recorded the reversal as a refund",
      written_off: "a short payment is given up",
      cash_discount: "it is the discount for paying early, shared among what the items had open",
      surplus_kept: "a small surplus is kept",
      write_off_undone: "the write-off is undone",
      replaced_money: "it stands in for a payment that was taken back after it had settled",
      replaced_refund: "it stands in for a refund that was taken back after it had been settled",
      moved: "it was moved to another account, where it goes on",
      move_undone: "the move to another account is undone",
      paid_back: "it was paid back without an order",
      pay_back_undone: "it had been recorded as paid back, and never went out",
      reversal_undone: "the reversal had been recorded by mistake",
      reversed_line: "the payer or the bank took back what had paid it, so it is open again",
      credit_waiting: "it was lowered by so much, and nothing uses that credit yet",
    },
  },
  names: {
    dated: "{{what}} of {{date}}",
    datedOfItem: "{{what}} of {{date}}: {{title}}",
    byMethod: "{{kind}} ({{method}})",
    taken_back: { debit: "Payment taken back", credit: "Refund taken back" },
  },
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

export type WhyWords = typeof whyEn
