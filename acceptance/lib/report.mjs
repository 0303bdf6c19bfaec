import { show } from "./decimal.mjs"
import { exactOnes } from "./verify.mjs"

/**
 * @typedef {import("./read-book.mjs").Book} Book
 * @typedef {import("./read-ledger.mjs").Ledger} Ledger
 * @typedef {import("./read-ledger.mjs").Totals} Totals
 */

const AMOUNT = 12

/** @param {bigint} cents */
const amount = (cents) => show(cents).padStart(AMOUNT)

/**
 * What became of each customer's cheques and orders.
 * @param {Book} book
 * @param {Ledger} ledger
 * @returns {string[]}
 */
export function report(book, ledger) {
  const key =
    "\nA cheque with = is exactly one order's total; every other one is shown with the orders it went to and why."
  const customers = book.customers.flatMap(({ number, name }) => {
    const cheques = book.cheques.filter(({ customer }) => customer === number)
    const orders = book.orders.filter(({ customer }) => customer === number)
    if (cheques.length + orders.length === 0) return []
    const lines = [...cheques.flatMap((cheque) => chequeLines(cheque, ledger)), ...openLines(orders, ledger)]
    return [`\n${name} (${number})`, ...lines]
  })
  return [key, ...customers]
}

/**
 * @param {import("./read-book.mjs").Cheque} cheque
 * @param {Ledger} ledger
 */
function chequeLines({ key, number, date, cents }, { shares }) {
  const own = shares.get(key) ?? []
  const left = own.reduce((rest, share) => rest - share.cents, cents)
  const parts = own.map((share) => `${show(share.cents)} → order ${share.order} (${share.rule})`)
  const [only, ...others] = own
  const fate =
    only?.rule === "exact_match" && others.length === 0 && left === 0n
      ? `= order ${only.order}`
      : `: ${[...parts, ...(left > 0n ? [`${show(left)} unallocated`] : [])].join(", ")}`
  return [`  ${date} cheque ${number.padEnd(10)} ${amount(cents)} ${fate}`]
}

/**
 * @param {readonly import("./read-book.mjs").Order[]} orders
 * @param {Ledger} ledger
 */
function openLines(orders, ledger) {
  return orders.flatMap(({ number, date, owed, cancelled }) => {
    const open = ledger.orders.get(number)?.open ?? 0n
    if (cancelled) return [`  ${date} order ${number} is cancelled`]
    return open > 0n ? [`  ${date} order  ${number.padEnd(10)} ${amount(open)} open of ${show(owed)}`] : []
  })
}

/**
 * The same five figures from three sources, and that they balance.
 * @param {Record<string, Totals>} sources
 * @returns {string[]}
 */
export function proof(sources) {
  const row = (/** @type {string} */ name, /** @type {readonly bigint[]} */ cells) =>
    `  ${name.padEnd(9)}${cells.map((cell) => amount(cell).padStart(18)).join("")}`
  const head = ["owed", "paid", "allocated", "unallocated", "open"].map((name) => name.padStart(18)).join("")
  return [
    "\nMoney is conserved: paid = allocated + unallocated, owed = allocated + open.",
    `  ${"".padEnd(9)}${head}`,
    ...Object.entries(sources).map(([name, { owed, paid, allocated, unallocated, open }]) =>
      row(name, [owed, paid, allocated, unallocated, open]),
    ),
  ]
}

/**
 * The figures for machines, as the ledger's tables have them, in minor units.
 * @param {Book} book
 * @param {Ledger} ledger
 */
export function summary(book, ledger) {
  const { owed, paid, allocated, unallocated, open } = ledger.tables
  const standing = book.orders.filter(({ cancelled }) => !cancelled)
  const full = standing.filter(({ number }) => (ledger.orders.get(number)?.open ?? 0n) === 0n).length
  return {
    cheques: ledger.cheques.size,
    exact: exactOnes(book, ledger).length,
    owed: plain(owed),
    paid: plain(paid),
    allocated: plain(allocated),
    unallocated: plain(unallocated),
    open: plain(open),
    orders_full: full,
    orders_open: standing.length - full,
  }
}

/** @param {bigint} cents */
function plain(cents) {
  const number = Number(cents)
  if (!Number.isSafeInteger(number)) throw new Error(`${cents} is too large for a number.`)
  return number
}
