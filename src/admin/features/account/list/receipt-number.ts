import { receiptIn } from "../../../../modules/reconciliation/domain/receipt-number"

/**
 * The receipt that somebody seeks by its number, as it is written on paper: "r-2026-42" and "R 2026 0042" are R-2026-0042.
 * Null of any other text, such as an order's number or a name.
 */
export function receiptNumberIn(text: string): string | null {
  const found = receiptIn(text)
  if (!found) return null
  const { series, year, place } = found
  return `${series}-${String(year).padStart(4, "0")}-${place.replace(/^0+(?=\d)/, "").padStart(4, "0")}`
}
