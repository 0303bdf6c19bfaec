/**
 * Sums of decimal strings, exactly. The demo proves that nothing is lost, so it must not round:
 * every figure is a bigint of the currency's smallest unit.
 */

/**
 * "-75.00" with 2 digits → -7500n
 * @param {string} text
 * @param {number} digits
 */
export function toUnits(text, digits) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) {
    throw new Error(`Not a decimal amount: ${text}`)
  }
  const [, sign = "", whole = "0", fraction = ""] = match
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) {
    throw new Error(`${text} has more than ${digits} digits`)
  }
  const units = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"))
  return sign === "-" ? -units : units
}

/**
 * -7500n with 2 digits → "-75.00"
 * @param {bigint} units
 * @param {number} digits
 */
export function toText(units, digits) {
  const sign = units < 0n ? "-" : ""
  const figures = (units < 0n ? -units : units).toString().padStart(digits + 1, "0")
  const whole = figures.slice(0, figures.length - digits)
  return digits === 0 ? sign + whole : `${sign}${whole}.${figures.slice(-digits)}`
}

/**
 * The exact sum of decimal strings, as units.
 * @param {string[]} texts
 * @param {number} digits
 */
export function sum(texts, digits) {
  return texts.reduce((total, text) => total + toUnits(text, digits), 0n)
}
