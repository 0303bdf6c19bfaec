import {
  isCharge,
  isLineCredit,
  isMoneyIn,
  openAmount,
  signedAmount,
  type Allocation,
  type OpenItem,
} from "./open-item"
import { letters } from "./sequence"

/** One order's ledger as an admin reads it: what pays (columns) against what is owed (rows). */
export interface Matrix {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly cells: readonly Cell[]
  /** Minor units of money and foreign credit that settle this order's charges. */
  readonly applied: bigint
  /** Minor units of debits not settled yet, refunds included. */
  readonly open: bigint
}

export interface Column {
  readonly item: OpenItem
  readonly kind: "payment" | "deposit" | "stored_value" | "credit" | "refund"
  /** Signed minor units, all of them: amount = onThisOrder + paidBack + elsewhere + unallocated. */
  readonly amount: bigint
  readonly onThisOrder: bigint
  /** Refunds that pay money back before it settled anything (negative in the refund's own column). */
  readonly paidBack: bigint
  readonly elsewhere: { readonly amount: bigint; readonly documents: number }
  readonly unallocated: bigint
}

export interface Row {
  readonly key: string
  readonly first: OpenItem
  readonly adjustments: readonly OpenItem[]
  readonly amount: bigint
  readonly net: bigint
  readonly allocated: bigint
  readonly open: bigint
}

export interface Cell {
  readonly row: string
  readonly columnItemId: bigint
  readonly amount: bigint
  readonly allocations: readonly Allocation[]
}

interface MatrixInput {
  readonly documentId: bigint
  /** The order's items and every foreign item its allocations touch. */
  readonly items: readonly OpenItem[]
  /** Live allocations that touch an item of the order; releases and what they took back left out. */
  readonly allocations: readonly Allocation[]
}

interface Pair {
  readonly allocation: Allocation
  readonly credit: OpenItem
  readonly debit: OpenItem
}

/** Folds the ledger of one order into its matrix. Every sum in it is exact by construction. */
export function matrixOf({ documentId, items, allocations }: MatrixInput): Matrix {
  const byId = new Map(items.map((item) => [item.id, item]))
  const pairs = allocations.flatMap((allocation): Pair[] => {
    const credit = byId.get(allocation.creditItemId)
    const debit = byId.get(allocation.debitItemId)
    return credit && debit ? [{ allocation, credit, debit }] : []
  })
  const own = items.filter((item) => item.documentId === documentId)
  const here = pairs.filter(({ debit }) => debit.documentId === documentId)
  const cells = cellsOf(documentId, own, pairs)
  const rows = rowsOf(own, cells)
  const columns = items
    .flatMap((item) => columnOf(item, { documentId, pairs, cells }))
    .toSorted((one, other) => (one.item.occurredAt < other.item.occurredAt ? -1 : 1))
  return {
    columns,
    rows,
    cells,
    applied: sum(here.filter(({ credit, debit }) => isCharge(debit) && letters(credit, debit)).map(amountOf)),
    open: sum(own.filter((item) => item.side === "debit").map(openAmount)),
  }
}

const amountOf = ({ allocation }: Pair): bigint => allocation.amount
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** What a line's credit does outside its own line and its order's refunds: settle others, or wait. */
function spillOf(item: OpenItem, pairs: readonly Pair[]): bigint {
  const spent = pairs.filter(
    ({ credit, debit }) =>
      credit.id === item.id &&
      (isCharge(debit) || debit.documentId !== credit.documentId) &&
      !isOwnLine(credit, debit),
  )
  return openAmount(item) + sum(spent.map(amountOf))
}

function isOwnLine(credit: OpenItem, debit: OpenItem): boolean {
  return credit.documentId === debit.documentId && credit.lineKey !== null && credit.lineKey === debit.lineKey
}

function cellsOf(documentId: bigint, own: readonly OpenItem[], pairs: readonly Pair[]): Cell[] {
  const cells = new CellSums()
  for (const { allocation, credit, debit } of pairs) {
    if (debit.documentId === documentId && isCharge(debit) && debit.lineKey !== null) {
      if (isLineCredit(credit) && isOwnLine(credit, debit)) continue
      cells.add({ row: debit.lineKey, columnItemId: credit.id }, allocation.amount, allocation)
    } else if (
      credit.documentId === documentId &&
      debit.documentId === documentId &&
      isLineCredit(credit) &&
      credit.lineKey !== null &&
      !isCharge(debit)
    ) {
      cells.add({ row: credit.lineKey, columnItemId: debit.id }, -allocation.amount, allocation)
    }
  }
  for (const item of own.filter(isLineCredit)) {
    if (item.lineKey !== null) cells.add({ row: item.lineKey, columnItemId: item.id }, -spillOf(item, pairs))
  }
  return cells.list()
}

class CellSums {
  private readonly cells = new Map<
    string,
    { row: string; columnItemId: bigint; amount: bigint; allocations: Allocation[] }
  >()

  add(
    { row, columnItemId }: Pick<Cell, "row" | "columnItemId">,
    amount: bigint,
    allocation?: Allocation,
  ): void {
    if (amount === 0n) return
    const key = `${row} ${columnItemId}`
    const cell = this.cells.get(key) ?? { row, columnItemId, amount: 0n, allocations: [] }
    cell.amount += amount
    if (allocation) cell.allocations.push(allocation)
    this.cells.set(key, cell)
  }

  list(): Cell[] {
    return [...this.cells.values()]
  }
}

function rowsOf(own: readonly OpenItem[], cells: readonly Cell[]): Row[] {
  const lines = new Map<string, OpenItem[]>()
  for (const item of own) {
    if (item.lineKey === null || !(isCharge(item) || isLineCredit(item))) continue
    lines.set(item.lineKey, [...(lines.get(item.lineKey) ?? []), item])
  }
  const paid = new Map<string, bigint>()
  for (const cell of cells) paid.set(cell.row, (paid.get(cell.row) ?? 0n) + cell.amount)
  return [...lines]
    .map(([key, items]) => rowOf(key, items, paid.get(key) ?? 0n))
    .toSorted((one, other) => one.first.position - other.first.position)
}

function rowOf(key: string, items: readonly OpenItem[], allocated: bigint): Row {
  const [first, ...adjustments] = items.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  if (!first) throw new Error(`row ${key} has no item`)
  const net = sum(items.map(signedAmount))
  return { key, first, adjustments, amount: signedAmount(first), net, allocated, open: net - allocated }
}

interface ColumnContext {
  readonly documentId: bigint
  readonly pairs: readonly Pair[]
  readonly cells: readonly Cell[]
}

function columnOf(item: OpenItem, context: ColumnContext): Column[] {
  const { documentId, pairs, cells } = context
  const onThisOrder = sum(cells.filter((cell) => cell.columnItemId === item.id).map((cell) => cell.amount))
  if (item.side === "debit") {
    if (item.documentId !== documentId || isCharge(item)) return []
    const unallocated = -openAmount(item)
    const paidBack = -item.amount - onThisOrder - unallocated
    return [
      { item, kind: "refund", amount: -item.amount, onThisOrder, paidBack, elsewhere: NOWHERE, unallocated },
    ]
  }
  const mine = pairs.filter(({ credit }) => credit.id === item.id)
  const away = mine.filter(({ debit }) => debit.documentId !== documentId)
  const elsewhere = {
    amount: sum(away.map(amountOf)),
    documents: new Set(away.map(({ debit }) => debit.documentId)).size,
  }
  const unallocated = openAmount(item)
  const paidBack = sum(
    mine.filter(({ debit }) => debit.documentId === documentId && !isCharge(debit)).map(amountOf),
  )
  if (isMoneyIn(item)) {
    return [
      {
        item,
        kind: moneyKindOf(item),
        amount: item.amount,
        onThisOrder,
        paidBack,
        elsewhere,
        unallocated,
      },
    ]
  }
  if (item.documentId !== documentId) {
    return [{ item, kind: "credit", amount: item.amount, onThisOrder, paidBack, elsewhere, unallocated }]
  }
  if (spillOf(item, pairs) === 0n) return []
  return [{ item, kind: "credit", amount: 0n, onThisOrder, paidBack: 0n, elsewhere, unallocated }]
}

/** A refund that was taken back is read as a payment: money that is on the order again. */
function moneyKindOf({ kind }: OpenItem): Column["kind"] {
  return kind === "deposit" || kind === "stored_value" ? kind : "payment"
}

const NOWHERE = { amount: 0n, documents: 0 }
