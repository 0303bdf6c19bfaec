/**
 * Prices in euros and yen contain the tax. It is said per currency, as the prices are: what a region
 * says of itself counts only for prices that were made for that region.
 */
export const CURRENCIES = [
  { currency_code: "usd", is_default: true, is_tax_inclusive: false },
  { currency_code: "eur", is_default: false, is_tax_inclusive: true },
  { currency_code: "jpy", is_default: false, is_tax_inclusive: true },
  { currency_code: "kwd", is_default: false, is_tax_inclusive: false },
]

/** What the shop sells: one price per currency, in whole units of the currency as the host wants them. */
export const PRODUCTS = [
  { key: "ukulele", title: "Student ukulele, soprano", prices: { usd: 75, eur: 79, jpy: 9800, kwd: 24.5 } },
  {
    key: "amplifier",
    title: "Practice amplifier, 10 watts",
    prices: { usd: 75, eur: 82.5, jpy: 11000, kwd: 26.75 },
  },
  { key: "strings", title: "Guitar strings, light", prices: { usd: 20, eur: 18.9, jpy: 2200, kwd: 5.25 } },
  { key: "metronome", title: "Wooden metronome", prices: { usd: 24.99, eur: 26.9, jpy: 3300, kwd: 8.125 } },
  {
    key: "violin",
    title: "Violin outfit, full size",
    prices: { usd: 320, eur: 329, jpy: 48000, kwd: 108.5 },
  },
  { key: "piano", title: "Digital piano, 88 keys", prices: { usd: 890, eur: 849, jpy: 128000, kwd: 289.95 } },
  { key: "stand", title: "Folding music stand", prices: { usd: 28, eur: 24.5, jpy: 3600, kwd: 8.6 } },
  {
    key: "sonatas",
    title: "Beethoven, Piano Sonatas I",
    prices: { usd: 32, eur: 29.95, jpy: 4200, kwd: 9.875 },
  },
  { key: "lesson", title: "Trial lesson, 45 minutes", prices: { usd: 40, eur: 38, jpy: 5000, kwd: 12.375 } },
  { key: "course", title: "Course of six lessons", prices: { usd: 210, eur: 198, jpy: 27000, kwd: 64.25 } },
]

/** Collecting is free, so that an order can consist of its items alone. */
export const SHIPPING = [
  { key: "collect", name: "Collect at the school", prices: { usd: 0, eur: 0, jpy: 0, kwd: 0 } },
  { key: "parcel", name: "Insured parcel", prices: { usd: 12, eur: 9.9, jpy: 880, kwd: 2.5 } },
]

/**
 * The host's prices of one entry of the lists above.
 * @param {import("../lib/types.js").Priced} entry
 */
export const pricesOf = ({ prices }) =>
  Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount }))
