/**
 * What the ledger should come to, worked out from the files alone: the two rules in their plainest form, by
 * whole orders. Lines, accounts and rounding are the plugin's business and do not occur here.
 *
 * @typedef {import("./read-book.mjs").Book} Book
 * @typedef {{ order: string, rule: string, cents: bigint }} Share   what a cheque put on an order
 *
 * @typedef {object} Expected
 * @property {Map<string, Share[]>} shares    cheque's key → where its money went, in the order of the orders
 * @property {Map<string, bigint>} open       order's number → what is still owed
 */

/**
 * @param {Book} book
 * @returns {Expected}
 */
export function expect({ customers, orders, cheques }) {
  /** @type {Expected} */
  const expected = { shares: new Map(), open: new Map(orders.map(({ number, owed }) => [number, owed])) }
  for (const { number } of customers)
    settle(
      orders.filter(({ customer }) => customer === number),
      cheques.filter(({ customer }) => customer === number),
      expected,
    )
  return expected
}

/**
 * @param {import("./read-book.mjs").Order[]} orders of one customer, oldest first
 * @param {import("./read-book.mjs").Cheque[]} cheques of one customer, oldest first
 * @param {Expected} expected
 */
function settle(orders, cheques, { shares, open }) {
  const left = new Map(cheques.map(({ key, cents }) => [key, cents]))
  const of = (/** @type {{ number: string }} */ { number }) => open.get(number) ?? 0n
  /**
   * @param {import("./read-book.mjs").Cheque} cheque
   * @param {typeof orders} onto
   * @param {string} rule
   */
  const pour = (cheque, onto, rule) => {
    for (const order of onto) {
      const has = left.get(cheque.key) ?? 0n
      const cents = has < of(order) ? has : of(order)
      if (cents === 0n) continue
      open.set(order.number, of(order) - cents)
      left.set(cheque.key, has - cents)
      shares.set(cheque.key, [...(shares.get(cheque.key) ?? []), { order: order.number, rule, cents }])
    }
  }

  for (const cheque of cheques) {
    const equal = orders.filter((order) => order.date <= cheque.date && of(order) === cheque.cents)
    if (equal.length === 1) pour(cheque, equal, "exact_match")
  }
  for (const cheque of cheques) {
    const owing = orders.filter((order) => of(order) > 0n)
    const balance = owing.reduce((total, order) => total + of(order), 0n)
    const placedBefore = owing.every((order) => order.date <= cheque.date)
    if (placedBefore && balance === left.get(cheque.key)) pour(cheque, owing, "exact_balance")
  }
  for (const cheque of cheques) pour(cheque, orders, "oldest_first")
}
