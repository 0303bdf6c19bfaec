import { show } from "./decimal.mjs"

/**
 * @typedef {import("./read-book.mjs").Book} Book
 * @typedef {import("./expect.mjs").Expected} Expected
 * @typedef {import("./expect.mjs").Share} Share
 * @typedef {import("./read-ledger.mjs").Ledger} Ledger
 * @typedef {import("./read-ledger.mjs").Totals} Totals
 */

/** @param {readonly bigint[]} amounts */
const total = (amounts) => amounts.reduce((one, other) => one + other, 0n)

/**
 * What the files come to, without a ledger.
 * @param {Book} book
 * @param {Expected} expected
 * @returns {Totals}
 */
export function totalsOf({ orders, cheques }, { shares, open }) {
  const paid = total(cheques.map(({ cents }) => cents))
  const allocated = total([...shares.values()].flat().map(({ cents }) => cents))
  return {
    owed: total(orders.map(({ owed }) => owed)),
    paid,
    allocated,
    unallocated: paid - allocated,
    open: total([...open.values()]),
  }
}

/**
 * Everything in which the ledger differs from the files, in words; empty when nothing does.
 * @param {Book} book
 * @param {Expected} expected
 * @param {Ledger} ledger
 * @returns {string[]}
 */
export function verify(book, expected, ledger) {
  const sources = { files: totalsOf(book, expected), service: ledger.service, tables: ledger.tables }
  return [
    ...Object.entries(sources).flatMap(([name, totals]) => conserved(name, totals)),
    ...sameTotals("service", ledger.service, sources.files),
    ...sameTotals("tables", ledger.tables, sources.files),
    ...book.orders.flatMap((order) => orderFaults(order, expected, ledger)),
    ...book.cheques.flatMap((cheque) => chequeFaults(cheque, expected, ledger)),
    ...exactOnes(book, ledger).flatMap(({ cheque, share }) => exactFaults(book, cheque, share)),
    ...ledger.misplaced.map((id) => `${id}: its lines are not paid from the first to the last`),
  ]
}

/**
 * Cheques that stand wholly on one order, put there because the amounts were equal.
 * @param {Book} book
 * @param {Ledger} ledger
 */
export function exactOnes({ cheques }, { shares }) {
  return cheques.flatMap((cheque) => {
    const [share, ...others] = shares.get(cheque.key) ?? []
    const whole = share?.rule === "exact_match" && share.cents === cheque.cents && others.length === 0
    return whole ? [{ cheque, share }] : []
  })
}

/**
 * @param {string} name
 * @param {Totals} totals
 */
function conserved(name, { owed, paid, allocated, unallocated, open }) {
  return [
    ...(paid === allocated + unallocated
      ? []
      : [
          `${name}: paid ${show(paid)} is not allocated ${show(allocated)} + unallocated ${show(unallocated)}`,
        ]),
    ...(owed === allocated + open
      ? []
      : [`${name}: owed ${show(owed)} is not allocated ${show(allocated)} + open ${show(open)}`]),
  ]
}

/**
 * @param {string} name
 * @param {Totals} found
 * @param {Totals} wanted
 */
function sameTotals(name, found, wanted) {
  const names = /** @type {(keyof Totals)[]} */ (Object.keys(wanted))
  return names
    .filter((figure) => found[figure] !== wanted[figure])
    .map((figure) => `${name}: ${figure} is ${show(found[figure])}, by the files ${show(wanted[figure])}`)
}

/**
 * @param {import("./read-book.mjs").Order} order
 * @param {Expected} expected
 * @param {Ledger} ledger
 */
function orderFaults({ number, owed }, expected, ledger) {
  // An order without anything to pay need not be in the ledger.
  const found = ledger.orders.get(number) ?? { owed: 0n, open: 0n, state: "full" }
  const open = expected.open.get(number) ?? 0n
  const state = open === 0n ? "full" : open < owed ? "partial" : "none"
  return [
    ...(found.owed === owed ? [] : [`order ${number} owes ${show(found.owed)}, by the files ${show(owed)}`]),
    ...(found.open === open
      ? []
      : [`order ${number} has ${show(found.open)} open, by the files ${show(open)}`]),
    ...(found.state === state ? [] : [`order ${number} is "${found.state}", by the files "${state}"`]),
  ]
}

/**
 * @param {import("./read-book.mjs").Cheque} cheque
 * @param {Expected} expected
 * @param {Ledger} ledger
 */
function chequeFaults({ key, number, cents }, expected, ledger) {
  const found = ledger.cheques.get(key)
  if (!found) return [`cheque ${number} is not in the ledger`]
  const shares = ledger.shares.get(key) ?? []
  const wanted = expected.shares.get(key) ?? []
  const allocated = total(shares.map((share) => share.cents))
  return [
    ...(found.amount === cents
      ? []
      : [`cheque ${number} is ${show(found.amount)}, by the files ${show(cents)}`]),
    ...(found.allocated === allocated
      ? []
      : [`cheque ${number} counts ${show(found.allocated)} allocated, its rows ${show(allocated)}`]),
    ...(tell(shares) === tell(wanted)
      ? []
      : [`cheque ${number} pays ${tell(shares) || "nothing"}, by the files ${tell(wanted) || "nothing"}`]),
  ]
}

/**
 * @param {Book} book
 * @param {import("./read-book.mjs").Cheque} cheque
 * @param {Share} share
 */
function exactFaults({ orders }, cheque, share) {
  const order = orders.find(({ number }) => number === share.order)
  const sound =
    order && order.customer === cheque.customer && order.owed === cheque.cents && order.date <= cheque.date
  return sound
    ? []
    : [`cheque ${cheque.number} is called exact, but order ${share.order} is not equal or is later`]
}

/** @param {readonly Share[]} shares */
const tell = (shares) =>
  shares.map(({ order, rule, cents }) => `${order} ${show(cents)} (${rule})`).join(", ")
