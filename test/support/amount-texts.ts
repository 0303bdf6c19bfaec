import type { AmountText } from "../../src/admin/lib/amount-text"

const dollars = { digits: 2, currencyCode: "USD", symbols: ["$", "US$", "$US"] }
const euros = { digits: 2, currencyCode: "EUR", symbols: ["€"] }
const yen = { digits: 0, currencyCode: "JPY", symbols: ["¥", "￥", "JP¥"] }
// As Intl writes it in Arabic: dots inside, an invisible mark behind.
const dinars = { digits: 3, currencyCode: "KWD", symbols: ["KWD", "د.ك.\u200F"] }
const crowns = { digits: 2, currencyCode: "DKK", symbols: ["kr."] }
const soles = { digits: 2, currencyCode: "PEN", symbols: ["S/"] }

/** How amounts are written, by currency and language. */
export const AMOUNT_TEXTS = {
  "USD en": { ...dollars, decimal: "." },
  "USD fr": { ...dollars, decimal: "," },
  "EUR en": { ...euros, decimal: "." },
  "EUR fr": { ...euros, decimal: "," },
  "JPY en": { ...yen, decimal: "." },
  "JPY fr": { ...yen, decimal: "," },
  "KWD en": { ...dinars, decimal: "." },
  "KWD fr": { ...dinars, decimal: "," },
  "DKK fr": { ...crowns, decimal: "," },
  "PEN en": { ...soles, decimal: "." },
} as const satisfies Readonly<Record<string, AmountText>>

export type Written = keyof typeof AMOUNT_TEXTS
