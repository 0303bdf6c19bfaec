import type { OpenItemKind } from "../../../types/http"

/** Names of states, kinds, methods and codes, as every page says them. */
export const namesEn = {
  states: {
    full: { label: "Fully reconciled", short: "Full", meaning: "Every amount is allocated." },
    partial: {
      label: "Partly reconciled",
      short: "Partial",
      meaning: "A part is allocated, a rest is open.",
    },
    none: { label: "Not reconciled", short: "None", meaning: "Nothing is allocated yet." },
    planned: {
      label: "Fully reconciled, with planned payments",
      short: "Planned",
      notCovered: "With planned payments, {{amount}} not covered",
      meaning: "Instalments that are still to come cover the rest.",
    },
    error: {
      label: "Error",
      short: "Error",
      meaning: "The records contradict each other: see the cure above.",
    },
  },
  kinds: {
    fee: "Fee",
    charge: "Charge",
    shipping: "Shipping",
    return_shipping: "Return shipping",
    rounding: "Rounding",
    adjustment: "Order change",
    credit_line: "Credit line",
    cancellation: "Cancellation",
    payment: "Payment",
    deposit: "Account deposit",
    stored_value: "Gift card or store credit",
    credit: "Credit of an item",
    refund: "Refund",
    void: "Void",
    reversal: "Taken back",
    cash_discount: "Cash discount",
    write_off: "Write-off",
    transfer: "Moved to another account",
    opening_balance: "Opening balance",
  } satisfies Record<OpenItemKind | "credit", string>,
  methods: {
    cash: "Cash",
    cheque: "Cheque",
    transfer: "Transfer",
    direct_debit: "Direct debit",
    card: "Card",
    wallet: "Wallet",
    manual: "Manual payment",
    other: "Other",
    chargeback: "Chargeback",
    bounced_cheque: "Bounced cheque",
    direct_debit_return: "Direct debit returned",
    mistake: "Recorded by mistake",
    short_payment: "Short payment",
    surplus: "Small surplus",
    bank_charges: "Bank charges",
    cash_discount: "Cash discount",
    opening_undone: "Opening balance taken back",
  },
  code: {
    name: "Matching code {{code}}",
    title: "Matching code",
    closed: "Fully matched: upper case, the amounts under this code balance.",
    open: "Partly matched: lower case until the order is wholly paid.",
    meaning: "All amounts that carry the same letters belong together.",
  },
  names: {
    taken_back: { debit: "Payment taken back", credit: "Refund taken back" },
  },
}

export type NamesWords = typeof namesEn
