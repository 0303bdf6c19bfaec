/** A receipt, and a credit note. */
export const receiptEn = {
  receiptPage: {
    print: "Print",
    received: {
      title: "Receipt {{number}}",
      who: "Received from",
      on: "Received on",
      what: "What it pays",
      caption: "What the money pays",
    },
    paidBack: {
      title: "Refund {{number}}",
      who: "Paid back to",
      on: "Paid back on",
      what: "What it was paid out of",
      caption: "What the money was paid back out of",
      undone: "{{amount}} of it was not paid back after all. It is the customer’s money again.",
    },
    credited: {
      title: "Credit note {{number}}",
      who: "Credited to",
      on: "Credited on",
      what: "What is credited",
      caption: "What is credited",
    },
    nobody: "Not known",
    email: "E-mail",
    method: "Method",
    reference: "Reference",
    amount: "Amount",
    order: "Order",
    again: "{{title}}, taken back",
    onAccount: "On account, not applied yet",
    total: "Total in {{currency}}",
    takenBack: "{{amount}} of it was taken back afterwards. What it had paid is owed again.",
  },
}

export type ReceiptWords = typeof receiptEn
