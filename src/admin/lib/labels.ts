import { METHODS } from "../../modules/reconciliation/domain/method"
import type { MeansView } from "../../types/http"

const KNOWN = new Set<string>([
  ...METHODS,
  "chargeback",
  "bounced_cheque",
  "direct_debit_return",
  "mistake",
  "short_payment",
  "surplus",
  "bank_charges",
  "cash_discount",
])

/** A payment method, or the kind of a reversal or a write-off, in words; one that we do not know as it is said. */
export function methodLabel(method: string, t: (key: string) => string): string {
  return KNOWN.has(method) ? t(`methods.${method}`) : sentence(method)
}

/**
 * How money came or went, or what kind of reversal or write-off it was; null where there is nothing to say. Of a
 * provider that no table knows, its name made readable: "pp_klarna_eu" reads "Klarna", "pp_card_eu" as a card does.
 */
export function meansLabel(
  { method, provider_id: provider, detail }: MeansView,
  t: (key: string) => string,
): string | null {
  const said = method === "other" && provider !== null ? nameOfProvider(provider) : (detail ?? method)
  return said === null ? null : methodLabel(said, t)
}

/** The name in a provider's id, which may be that of a method: "pp_klarna_eu" is "klarna", "pp_card_eu" is "card". */
export const nameOfProvider = (id: string): string => id.replace(/^pp_/, "").split("_")[0] ?? id

/** "line_order" reads "Line order". */
export function sentence(code: string): string {
  const words = code.replace(/[_-]+/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
