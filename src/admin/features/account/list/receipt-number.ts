/**
 * The receipt that somebody seeks by its number, as it is written on paper: "r-2026-42" and "R 2026 0042" are R-2026-0042.
 * Null of any other text, such as an order's number or a name.
 */
export function receiptNumberIn(text: string): string | null {
  const [, series, year, place] =
    /^\s*([A-Za-z][A-Za-z0-9]{0,7})[-\s]+(\d{4})[-\s]+(\d{1,9})\s*$/.exec(text) ?? []
  if (series === undefined || year === undefined || place === undefined) return null
  return `${series.toUpperCase()}-${year}-${place.replace(/^0+(?=\d)/, "").padStart(4, "0")}`
}
