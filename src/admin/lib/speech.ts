/** The words of a language, and how it writes amounts and days. */
export interface Speech {
  /** Translates a key below "reconciliation". */
  t: (key: string, values?: Record<string, string | number>) => string
  /** Whether there are words under a key. */
  has: (key: string) => boolean
  money: (value: string) => string
  day: (value: string) => string
}
