import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { graph } from "./graph"

/** The host offers no way to change a currency, and every read of an order asks for one. */
const known = new WeakMap<object, Map<string, number>>()

/**
 * The decimal digits of some currencies, from the host's own table and never from Intl, whose table
 * differs.
 *
 * @returns a function of a currency code that throws currency_unknown
 */
export async function digitsOfCurrencies(
  container: MedusaContainer,
  codes: readonly string[],
): Promise<(code: string) => number> {
  const host: object = container.resolve(ContainerRegistrationKeys.QUERY)
  const digits = known.get(host) ?? new Map<string, number>()
  known.set(host, digits)
  const wanted = [...new Set(codes.map((code) => code.toLowerCase()))].filter((code) => !digits.has(code))
  if (wanted.length > 0) {
    const rows = await graph<{ code: string; decimal_digits: number }>(container, "currency", {
      fields: ["code", "decimal_digits"],
      filters: { code: wanted },
    })
    for (const row of rows) digits.set(row.code, row.decimal_digits)
  }
  return (code) => {
    const found = digits.get(code.toLowerCase())
    if (found !== undefined) return found
    throw new ReconciliationError({
      type: "invalid_data",
      code: "currency_unknown",
      message: `The host has no currency "${code.slice(0, 10)}".`,
      ids: { currency_code: code.slice(0, 10) },
      remedy: "Use the three-letter code of a currency the store knows, for example eur.",
    })
  }
}

/**
 * The currencies that the store has: those of its settings and of its regions, in which it sells.
 *
 * @returns lower-case codes in alphabetical order
 */
export async function currenciesOfStore(container: MedusaContainer): Promise<string[]> {
  const [stores, regions] = await Promise.all([
    graph<{ supported_currencies?: ({ currency_code: string } | null)[] | null }>(container, "store", {
      fields: ["supported_currencies.currency_code"],
      filters: {},
    }),
    graph<{ currency_code: string }>(container, "region", { fields: ["currency_code"], filters: {} }),
  ])
  const supported = stores.flatMap((store) => store.supported_currencies ?? [])
  const codes = [...supported, ...regions].flatMap((one) => (one ? [one.currency_code.toLowerCase()] : []))
  return [...new Set(codes)].toSorted()
}
