/** Money on account that pays nothing yet: a customer pays ahead. */
export const AHEAD = {
  person: "jonas",
  body: { currency_code: "eur", amount: "120.00", method: "transfer", reference: "Lessons in spring" },
}

/** A transfer of which nobody can say whose it is. */
export const UNKNOWN = {
  currency_code: "usd",
  amount: "600.00",
  method: "transfer",
  reference: "ALDER CREEK PTA",
}

/** Money without an order: a cheque that the plugin puts on the oldest open orders. */
export const CHEQUE = {
  person: "grace",
  body: { currency_code: "usd", amount: "500.00", method: "cheque", reference: "CHQ 1042" },
  strategy: "oldest_first",
}
