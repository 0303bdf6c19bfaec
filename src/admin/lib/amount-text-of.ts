import type { OrderReconciliation } from "../../types/http"
import type { AmountText } from "./amount-text"

/** How a language and an order's currency write amounts, for what people type and paste. */
export function amountTextOf(
  locale: string,
  { currency_code: code, digits }: Pick<OrderReconciliation, "currency_code" | "digits">,
): AmountText {
  const currencyCode = code.toUpperCase()
  const symbols = (["symbol", "narrowSymbol"] as const).flatMap((currencyDisplay) =>
    [locale, "en-US"].flatMap((tag) =>
      new Intl.NumberFormat(tag, { style: "currency", currency: currencyCode, currencyDisplay })
        .formatToParts(1)
        .flatMap(({ type, value }) => (type === "currency" ? [value] : [])),
    ),
  )
  return {
    digits,
    decimal: decimalSign(locale),
    currencyCode,
    symbols: [...new Set([...symbols, currencyCode])],
  }
}

/** What stands between whole and part in the amounts of a language. */
export function decimalSign(locale: string): "," | "." {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value
  return sign === "," ? "," : "."
}
