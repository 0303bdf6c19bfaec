/** The cards of the page and the options of each, in their order; who may do what is a table of its own. */
export const RULES = [
  "strategy",
  "salesChannelStrategies",
  "componentPriority",
  "unappliedMoney",
  "creditOfOrders",
  "nightlyRun",
  "refundLines",
  "writeOff",
  "matchingCodes",
] as const

export const DOCUMENTS = [
  "goLive",
  "timeZone",
  "receipts",
  "firstReceipts",
  "creditTransfer",
  "deposits",
  "paymentTerms",
  "mirror",
] as const

/** What a store seldom looks at, which its developer chose or another program needs. */
export const TECHNICAL = [
  "moneyCreditLines",
  "paymentMethods",
  "documentNumberKey",
  "nightlyCheck",
  "strategies",
  "orderReader",
] as const
