import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { centsOf, isWholeCents, parse, sum, times } from "./decimal.mjs"

/**
 * The books of a shop as its four files tell them.
 *
 * @typedef {object} Line
 * @property {number} number       its place on the order
 * @property {string} title
 * @property {string} quantity     decimal, above zero
 * @property {string} price        decimal, exact
 *
 * @typedef {object} Order
 * @property {string} number
 * @property {string} customer     a customer's number
 * @property {string} date         YYYY-MM-DD
 * @property {string} placedAt     ISO; orders of one day are a millisecond apart, by number
 * @property {boolean} cancelled
 * @property {Line[]} lines        by line number
 * @property {bigint} owed         cents; zero when cancelled
 *
 * @typedef {object} Cheque
 * @property {string} key          names it for good
 * @property {string} number
 * @property {string} customer
 * @property {string} date
 * @property {string} amount       decimal
 * @property {bigint} cents
 *
 * @typedef {{ number: string, name: string }} Customer
 * @typedef {{ customers: Customer[], orders: Order[], cheques: Cheque[] }} Book
 *
 * @typedef {Record<string, unknown>} Row
 */

const FILES = ["customers.json", "orders.json", "order_lines.json", "payments.json"]

/** The files cannot be used as they are; the message says where and why. */
export class BookError extends Error {}

/**
 * @param {string} folder
 * @returns {boolean}
 */
export const isThere = (folder) => FILES.every((file) => existsSync(path.join(folder, file)))

/**
 * @param {string} folder
 * @returns {Book}
 * @throws {BookError}
 */
export function readBook(folder) {
  const [customerRows = [], orderRows = [], lineRows = [], paymentRows = []] = FILES.map((file) =>
    rowsOf(folder, file),
  )
  const customers = customerRows.map((row) => ({
    number: text(row, "customerNumber"),
    name: text(row, "customerName"),
  }))
  const known = new Set(namesOnce(customers, "customers.json", ({ number }) => number))
  const lines = linesByOrder(lineRows)
  const orders = orderRows.map((row) => orderOf(row, lines)).toSorted(byDate)
  const numbers = new Set(namesOnce(orders, "orders.json", ({ number }) => number))
  const cheques = paymentRows
    .map(chequeOf)
    .toSorted((one, other) => compare(one.date, other.date) || byKey(one, other))
  namesOnce(cheques, "payments.json", ({ key }) => key)

  for (const number of lines.keys())
    if (!numbers.has(number)) throw new BookError(`order_lines.json: there is no order ${number}.`)
  for (const { number, customer } of [...orders, ...cheques])
    if (!known.has(customer)) throw new BookError(`${number}: there is no customer ${customer}.`)
  return { customers, orders: placed(orders), cheques }
}

/**
 * @param {string} folder
 * @param {string} file
 * @returns {Row[]}
 */
function rowsOf(folder, file) {
  let rows
  try {
    rows = JSON.parse(readFileSync(path.join(folder, file), "utf8"))
  } catch (error) {
    throw new BookError(`${file} cannot be read: ${String(error)}`)
  }
  if (!Array.isArray(rows)) throw new BookError(`${file} is not a list of rows.`)
  return rows
}

/**
 * @param {Row} row
 * @param {Map<string, Line[]>} lines
 * @returns {Order}
 */
function orderOf(row, lines) {
  const number = text(row, "orderNumber")
  const own = (lines.get(number) ?? []).toSorted((one, other) => one.number - other.number)
  const cancelled = /^cancell?ed$/i.test(text(row, "status"))
  const totals = own.map(({ quantity, price }) => times(decimal(quantity), decimal(price)))
  return {
    number,
    customer: text(row, "customerNumber"),
    date: day(row, "orderDate"),
    placedAt: "",
    cancelled,
    lines: own,
    owed: cancelled ? 0n : centsOf(sum(totals)),
  }
}

/** @param {Row} row */
function chequeOf(row) {
  const customer = text(row, "customerNumber")
  const number = text(row, "checkNumber")
  const amount = text(row, "amount")
  const exact = decimal(amount)
  if (exact.units <= 0n || !isWholeCents(exact))
    throw new BookError(
      `payments.json: cheque ${number} is of ${amount}; it must be above zero, in whole cents.`,
    )
  return {
    key: `acceptance:${customer}:${number}`,
    number,
    customer,
    date: day(row, "paymentDate"),
    amount,
    cents: centsOf(exact),
  }
}

/**
 * @param {Row[]} rows
 * @returns {Map<string, Line[]>}
 */
function linesByOrder(rows) {
  /** @type {Map<string, Line[]>} */
  const lines = new Map()
  for (const row of rows) {
    const order = text(row, "orderNumber")
    const quantity = text(row, "quantityOrdered")
    const price = text(row, "priceEach")
    const number = Number(text(row, "orderLineNumber"))
    if (!Number.isSafeInteger(number) || number < 0)
      throw new BookError(`order ${order} has a line without a number.`)
    if (decimal(quantity).units < 0n || decimal(price).units < 0n)
      throw new BookError(`order ${order}, line ${number}: ${quantity} at ${price} is below zero.`)
    // The host knows no line of nothing; it owes nothing either.
    if (decimal(quantity).units === 0n) continue
    const title = text(row, "productName" in row ? "productName" : "productCode")
    lines.set(order, [...(lines.get(order) ?? []), { number, title, quantity, price }])
  }
  return lines
}

/**
 * @param {Order[]} orders by date and number
 * @returns {Order[]} with the moment each was placed
 */
function placed(orders) {
  let previous = { date: "", place: 0 }
  return orders.map((order) => {
    const place = order.date === previous.date ? previous.place + 1 : 0
    previous = { date: order.date, place }
    return { ...order, placedAt: new Date(Date.parse(order.date) + place).toISOString() }
  })
}

/**
 * @template Thing
 * @param {Thing[]} things
 * @param {string} file
 * @param {(thing: Thing) => string} nameOf
 */
function namesOnce(things, file, nameOf) {
  const names = things.map(nameOf)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new BookError(`${file} has ${twice} twice.`)
  return names
}

/**
 * @param {Row} row
 * @param {string} field
 */
function text(row, field) {
  const value = row[field]
  if ((typeof value === "string" && value.trim() !== "") || typeof value === "number")
    return String(value).trim()
  throw new BookError(`a row has no ${field}: ${JSON.stringify(row)}`)
}

/**
 * @param {Row} row
 * @param {string} field
 */
function day(row, field) {
  const value = text(row, field)
  if (/^\d{4}-\d\d-\d\d$/.test(value) && new Date(Date.parse(value) || 0).toISOString().startsWith(value))
    return value
  throw new BookError(`${field} is "${value}", not a day such as 2004-12-31: ${JSON.stringify(row)}`)
}

/** @param {string} value */
function decimal(value) {
  const exact = parse(value)
  if (exact) return exact
  throw new BookError(`"${value}" is not a decimal number.`)
}

/**
 * @param {string} one
 * @param {string} other
 */
const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0)

/**
 * @param {{ key: string }} one
 * @param {{ key: string }} other
 */
const byKey = (one, other) => compare(one.key, other.key)

/**
 * @param {Order} one
 * @param {Order} other
 */
const byDate = (one, other) =>
  compare(one.date, other.date) ||
  one.number.length - other.number.length ||
  compare(one.number, other.number)
