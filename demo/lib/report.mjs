import { sum, toText } from "./money.mjs"

/** @type {Record<import("../../src/types/http.js").ReconciliationState, string>} */
const SIGNS = { full: "✓", partial: "◐", none: "⚠", planned: "☑", error: "!" }
const INDENT = "      "

/** @param {string} text */
const lengthOf = (text) => Array.from(text).length

/**
 * Pads the cells of every row to the widest of their column.
 * @param {string[][]} rows
 * @param {number[]} [right] the columns that stand to the right, as numbers do
 */
export function align(rows, right = []) {
  const widthOf = (/** @type {number} */ column) =>
    Math.max(...rows.map((row) => lengthOf(row[column] ?? "")))
  const widths = (rows[0] ?? []).map((_, column) => widthOf(column))
  const pad = (/** @type {string} */ text, /** @type {number} */ column) => {
    const space = " ".repeat((widths[column] ?? 0) - lengthOf(text))
    return right.includes(column) ? space + text : text + space
  }
  return rows.map((row) => row.map(pad).join("  ").trimEnd())
}

const HEAD = ["order", "customer", "scenario", "cur", "owed", "paid", "open", "unallocated", "", "code"]
const MONEY_COLUMNS = [4, 5, 6, 7]

/**
 * @param {import("./types.js").Order[]} ledger
 * @param {Map<string, import("./types.js").Story>} stories by order id
 */
export function printOrders(ledger, stories) {
  const rows = ledger.map((order) => [
    `#${order.display_id}`,
    order.customer?.name ?? order.billing_name ?? "–",
    stories.get(order.id)?.title ?? "Made after the seed",
    order.currency_code.toUpperCase(),
    order.totals.owed,
    order.totals.allocated,
    order.totals.open,
    order.totals.unallocated,
    SIGNS[order.state] ?? order.state,
    order.code?.code ?? "",
  ])
  const [head = "", ...lines] = align([HEAD, ...rows], MONEY_COLUMNS)
  console.log(`\n${head}\n${"─".repeat(lengthOf(head))}`)
  for (const [index, order] of ledger.entries()) {
    console.log(lines[index])
    const story = stories.get(order.id)?.story
    for (const line of [
      ...(story ? [story] : []),
      ...cellLines(order, index === 0),
      ...problemLines(order),
    ]) {
      console.log(INDENT + line)
    }
  }
  console.log(
    `\n${Object.entries(SIGNS)
      .map(([state, sign]) => `${sign} ${state}`)
      .join("   ")}`,
  )
}

/**
 * One line per cell of the matrix: how much of which row, paid by what; in full also why.
 * @param {import("./types.js").Order} order
 * @param {boolean} inFull
 */
function cellLines(order, inFull) {
  const rows = new Map(order.rows.map((row) => [row.key, row]))
  const columns = new Map(order.columns.map((column) => [column.id, column]))
  const lines = order.cells.map((cell) => {
    const row = rows.get(cell.row)
    return [
      cell.amount,
      `of ${row?.net ?? "?"}`,
      row?.title ?? cell.row,
      `← ${moneyName(columns.get(cell.column))}`,
      inFull ? cell.explanations.map(({ because }) => because).join(" ") : rulesOf(cell),
    ]
  })
  return lines.length === 0 ? [] : align(lines, [0, 1])
}

/** @param {import("../../src/types/http.js").MatrixCell} cell */
const rulesOf = (cell) =>
  [...new Set(cell.explanations.map(({ rule }) => rule.replaceAll("_", " ")))].join(", ")

/**
 * "cheque CHQ 1042", or the method alone when the reference is only an id of the host.
 * @param {import("../../src/types/http.js").MatrixColumn | undefined} column
 */
function moneyName(column) {
  if (!column) {
    return "?"
  }
  const reference = /^[a-z]+_[0-9A-Z]{20,}$/.test(column.reference) ? "" : column.reference
  const method = column.kind === "refund" ? "refund" : (column.method ?? column.kind)
  return [method, reference].filter(Boolean).join(" ")
}

/** @param {import("./types.js").Order} order */
const problemLines = (order) => order.problems.map(({ detail, remedy }) => `! ${detail} ${remedy}`)

/**
 * What went in and where it stands, per currency. Money is counted once per column, whichever orders
 * it pays; what the accounts say is asked separately.
 * @param {import("./types.js").Order[]} orders at least one, all in one currency
 * @param {import("./types.js").Account[]} accounts
 */
function totalsOf(orders, accounts) {
  const digits = orders[0]?.digits ?? 0
  const over = (/** @type {(order: import("./types.js").Order) => string} */ pick) =>
    sum(orders.map(pick), digits)
  const columns = [
    ...new Map(orders.flatMap((order) => order.columns).map((column) => [column.id, column])).values(),
  ]
  // Money on account that pays no order yet stands in no order's columns.
  const apart = accounts
    .flatMap(({ deposits }) => deposits)
    .filter(({ id }) => !columns.some((column) => column.id === id))
  return {
    digits,
    owed: over(({ totals }) => totals.owed),
    allocated: over(({ totals }) => totals.allocated),
    open: over(({ totals }) => totals.open),
    paid: sum(
      [...columns, ...apart].map(({ amount }) => amount),
      digits,
    ),
    unallocated: sum(
      [...columns.map(({ unallocated }) => unallocated), ...apart.map(({ open }) => open)],
      digits,
    ),
    accountsOwed: sum(
      accounts.map(({ totals }) => totals.owed),
      digits,
    ),
    accountsPaid: sum(
      accounts.map(({ totals }) => totals.paid),
      digits,
    ),
  }
}

/** @param {boolean} holds */
const verdict = (holds) => (holds ? "✓" : "✗ does not hold")

/**
 * Prints the totals of each currency; true when nothing was lost and nothing was made up.
 * @param {import("./types.js").Order[]} ledger
 * @param {import("./types.js").Account[]} accounts
 */
export function printConservation(ledger, accounts) {
  const rows = [["", "owed = allocated + open", "", "paid = allocated + unallocated", "", "accounts agree"]]
  let sound = true
  for (const currency of [...new Set(ledger.map(({ currency_code }) => currency_code))].toSorted()) {
    const ofCurrency = (/** @type {{ currency_code: string }} */ { currency_code }) =>
      currency_code === currency
    const total = totalsOf(ledger.filter(ofCurrency), accounts.filter(ofCurrency))
    const show = (/** @type {bigint} */ units) => toText(units, total.digits)
    const owedHolds = total.owed === total.allocated + total.open
    const paidHolds = total.paid === total.allocated + total.unallocated
    const accountsAgree = total.accountsOwed === total.owed && total.accountsPaid === total.paid
    sound = sound && owedHolds && paidHolds && accountsAgree
    rows.push([
      currency.toUpperCase(),
      `${show(total.owed)} = ${show(total.allocated)} + ${show(total.open)}`,
      verdict(owedHolds),
      `${show(total.paid)} = ${show(total.allocated)} + ${show(total.unallocated)}`,
      verdict(paidHolds),
      accountsAgree ? "✓" : `✗ they say owed ${show(total.accountsOwed)}, paid ${show(total.accountsPaid)}`,
    ])
  }
  console.log(`\n${align(rows).join("\n")}\n`)
  return sound
}
