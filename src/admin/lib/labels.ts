const KNOWN_METHODS = new Set([
  "cash",
  "cheque",
  "transfer",
  "other",
  "pp_system_default",
  "chargeback",
  "bounced_cheque",
  "direct_debit_return",
  "rest",
  "surplus",
  "bank_charges",
])

/**
 * A payment method as words: the translation key of one we know, else a provider id made readable
 * ("pp_stripe-bancontact_stripe" reads "Stripe bancontact").
 */
export function methodLabel(method: string, t: (key: string) => string): string {
  if (KNOWN_METHODS.has(method)) {
    return t(`methods.${method}`)
  }
  return sentence(method.replace(/^pp_/, "").split("_")[0] ?? method)
}

/** "line_order" reads "Line order". */
export function sentence(code: string): string {
  const words = code.replace(/[_-]+/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
