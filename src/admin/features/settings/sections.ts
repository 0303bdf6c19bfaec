/** In which order the page shows the options; the last part, who may do what, is a table of its own. */
export const GENERAL = [
  "goLive",
  "timeZone",
  "receipts",
  "firstReceipts",
  "creditTransfer",
  "documentNumberKey",
] as const

export const RULES = [
  "strategy",
  "salesChannelStrategies",
  "componentPriority",
  "unappliedMoney",
  "creditOfOrders",
  "nightlyRun",
  "refundLines",
  "mirror",
  "writeOff",
  "matchingCodes",
  "deposits",
  "paymentTerms",
  "moneyCreditLines",
  "paymentMethods",
  "strategies",
  "orderReader",
] as const
