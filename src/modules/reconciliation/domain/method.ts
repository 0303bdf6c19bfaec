/** What money came by, where the ledger has a word for it; a store may have others. */
export const METHODS = [
  "cash",
  "cheque",
  "transfer",
  "direct_debit",
  "card",
  "wallet",
  "manual",
  "other",
] as const

/** Which method a payment provider's money came by, by the provider's id in the host; a store says where it differs. */
export type MethodTable = Readonly<Record<string, string>>

/** By the name behind "pp_", without the id under which the store configured the provider. */
const KNOWN: MethodTable = {
  system: "manual",
  stripe: "card",
  "stripe-bancontact": "transfer",
  "stripe-blik": "transfer",
  "stripe-giropay": "transfer",
  "stripe-ideal": "transfer",
  "stripe-przelewy24": "transfer",
  "stripe-promptpay": "transfer",
  "stripe-oxxo": "cash",
  paypal: "wallet",
}

/** The method of a provider's money; "other" of one that nobody has told of, null without a provider. */
export function methodOfProvider(providerId: string | null, table: MethodTable): string | null {
  if (providerId === null) return null
  const [name = ""] = providerId.replace(/^pp_/, "").split("_")
  return table[providerId] ?? KNOWN[name] ?? "other"
}
