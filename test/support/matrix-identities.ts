import { isCharge, openAmount, signedAmount } from "../../src/modules/reconciliation/domain/open-item"
import type { Matrix } from "../../src/modules/reconciliation/domain/order/matrix"
import type { Book } from "./book"

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** What makes a line cost what it costs; a reversal or a write-off does not. */
const PRICED: ReadonlySet<string> = new Set([
  "charge",
  "shipping",
  "return_shipping",
  "rounding",
  "adjustment",
  "credit_line",
  "cancellation",
])

/** The cells of a matrix whose parts do not say why they hold what they hold. */
export function unexplained({ cells }: Matrix): string[] {
  return cells.flatMap(({ row, columnItemId, amount, parts }) => {
    const said = sum(parts.map((part) => part.amount))
    if (parts.length > 0 && said === amount) return []
    return [`cell ${row} × ${columnItemId} of ${amount} has ${parts.length} reasons, of ${said}`]
  })
}

/** The identities of docs/spec/matrix.md that a matrix breaks, in words; none when it is right. */
export function brokenIdentities(matrix: Matrix, items: Book["items"]): string[] {
  const broken: string[] = []
  const expect = (what: string, left: bigint, right: bigint): void => {
    if (left !== right) broken.push(`${what}: ${left} is not ${right}`)
  }
  for (const { item, amount, onThisOrder, paidBack, elsewhere, unallocated } of matrix.columns) {
    const cells = matrix.cells.filter((cell) => cell.columnItemId === item.id)
    expect(`cells of column ${item.key}`, sum(cells.map((cell) => cell.amount)), onThisOrder)
    expect(`parts of column ${item.key}`, onThisOrder + paidBack + elsewhere.amount + unallocated, amount)
    if (cells.length === 0 && paidBack === 0n && elsewhere.amount === 0n && unallocated === 0n)
      broken.push(`column ${item.key} is empty`)
    if (item.kind === "rounding" && elsewhere.documents === 0 && unallocated === 0n)
      broken.push(`column ${item.key} moves a cent of rounding`)
  }
  const owed = new Map<string, bigint>()
  for (const { key, net, allocated, open } of matrix.rows) {
    const cells = matrix.cells.filter((cell) => cell.row === key)
    expect(`cells of row ${key}`, sum(cells.map((cell) => cell.amount)), allocated)
    expect(`parts of row ${key}`, allocated + open, net)
    const charges = items.filter((item) => item.lineKey === key && isCharge(item))
    owed.set(key, open - sum(charges.map(openAmount)))
  }
  broken.push(...unexplained(matrix))
  broken.push(...notOwed(owed, matrix, items))
  for (const { row, columnItemId } of matrix.cells) {
    if (!matrix.rows.some(({ key }) => key === row))
      broken.push(`a cell names row ${row}, which is not there`)
    if (!matrix.columns.some(({ item }) => item.id === columnItemId)) {
      broken.push(`a cell names column ${columnItemId}, which is not there`)
    }
  }
  for (const { key, net } of matrix.rows) {
    const priced = items.filter((item) => item.lineKey === key && PRICED.has(item.kind))
    expect(`price of row ${key}`, sum(priced.map(signedAmount)), net)
  }
  for (const { item, items: postings, amount, kind } of matrix.columns) {
    if (kind !== "reversal" && kind !== "write_off") continue
    // One reversal has a key for each account and item that it took something from, and one number in all; one discount
    // has a key for each line, and one name.
    const keys = new Set(postings.map(({ key }) => key))
    const numbers = new Set([...keys].map((key) => key.split(".")[key.startsWith("disc:") ? 0 : 1]))
    expect(`reversals in column ${item.key}`, BigInt(numbers.size), 1n)
    const own = items.filter(({ key }) => keys.has(key))
    expect(`postings of column ${item.key}`, BigInt(own.length), BigInt(postings.length))
    expect(`amount of column ${item.key}`, -sum(own.map(signedAmount)), amount)
  }
  expect(
    "rows and columns",
    sum(matrix.rows.map((row) => row.allocated)),
    sum(matrix.columns.map((column) => column.onThisOrder)),
  )
  expect("columns' paid back", sum(matrix.columns.map((column) => column.paidBack)), 0n)
  expect(
    "open of rows less unallocated of columns",
    sum(matrix.rows.map((row) => row.open)) - sum(matrix.columns.map((column) => column.unallocated)),
    sum(items.map((item) => (item.side === "debit" ? openAmount(item) : -openAmount(item)))),
  )
  return broken
}

/** A row has open what its charges have open. Until money came, what rounding took off a line is open on both rows. */
function notOwed(
  owed: ReadonlyMap<string, bigint>,
  { cells, columns }: Matrix,
  items: Book["items"],
): string[] {
  const money = new Set(columns.flatMap(({ item, kind }) => (MONEY.has(kind) ? [item.id] : [])))
  const isPaid = cells.some(({ columnItemId, amount }) => amount > 0n && money.has(columnItemId))
  const rounding = items.filter(({ side, kind }) => side === "credit" && kind === "rounding")
  const most = isPaid ? 0n : sum(rounding.map(({ allocated }) => allocated))
  const differing = [...owed].filter(([, amount]) => amount !== 0n)
  const more = sum(differing.map(([, amount]) => (amount > 0n ? amount : 0n)))
  const isRounding = (key: string): boolean => rounding.some(({ lineKey }) => lineKey === key)
  const isRight = more <= most && differing.every(([key, amount]) => amount > 0n || isRounding(key))
  return isRight && sum([...owed.values()]) === 0n
    ? []
    : differing.map(([key, amount]) => `open of row ${key} is ${amount} above its charges`)
}

const MONEY: ReadonlySet<string> = new Set(["payment", "deposit", "stored_value"])
