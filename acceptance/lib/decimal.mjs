/**
 * Exact arithmetic on decimal strings, in bigint. It shares nothing with the plugin: it is the second pencil
 * that the ledger's figures are checked with.
 *
 * @typedef {{ units: bigint, scale: number }} Decimal  units × 10^−scale
 */

/**
 * @param {unknown} text for example "108.06"; null when it is not a decimal number
 * @returns {Decimal | null}
 */
export function parse(text) {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text).trim())
  if (!found) return null
  const [, sign, whole = "0", fraction = ""] = found
  const units = BigInt(whole + fraction)
  return { units: sign === "-" ? -units : units, scale: fraction.length }
}

/**
 * @param {Decimal} one
 * @param {Decimal} other
 * @returns {Decimal}
 */
export const times = (one, other) => ({ units: one.units * other.units, scale: one.scale + other.scale })

/**
 * @param {readonly Decimal[]} parts
 * @returns {Decimal}
 */
export function sum(parts) {
  const scale = Math.max(0, ...parts.map((part) => part.scale))
  const units = parts.reduce((total, part) => total + part.units * 10n ** BigInt(scale - part.scale), 0n)
  return { units, scale }
}

/**
 * Hundredths of a currency's unit, halves away from zero.
 * @param {Decimal} decimal
 */
export function centsOf({ units, scale }) {
  const divisor = 10n ** BigInt(scale)
  const size = (units < 0n ? -units : units) * 100n
  const cents = (2n * size + divisor) / (2n * divisor)
  return units < 0n ? -cents : cents
}

/** @param {Decimal} decimal */
export const isWholeCents = ({ units, scale }) => (units * 100n) % 10n ** BigInt(scale) === 0n

/**
 * "1234.50" for 123450n.
 * @param {bigint} cents
 */
export function show(cents) {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0")
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
