/** A receipt's number as it is written on paper: "R-2026-0042" is the 42nd of series R in 2026. */
export interface WrittenReceipt {
  /** Capital letters and digits. */
  readonly series: string
  readonly year: number
  /** Digits alone, zeros before it as they were written. */
  readonly place: string
}

/**
 * The receipt that somebody seeks by its number: "r-2026-42" and "R 2026 0042" are the same one. Null of any other text, such
 * as an order's number or a name.
 */
export function receiptIn(text: string): WrittenReceipt | null {
  const [, series, year, place] =
    /^\s*([A-Za-z][A-Za-z0-9]{0,7})[-\s]+(\d{4})[-\s]+(\d{1,9})\s*$/.exec(text) ?? []
  if (series === undefined || year === undefined || place === undefined) return null
  return { series: series.toUpperCase(), year: Number(year), place }
}
