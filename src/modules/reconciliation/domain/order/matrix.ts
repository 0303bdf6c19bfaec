import type { PostingRule } from "../settlement/explain"
import {
  isCharge,
  isLineCredit,
  isMoneyIn,
  isOfLine,
  openAmount,
  signedAmount,
  type Allocation,
  type OpenItem,
} from "../open-item"
import { letters } from "../allocation/sequence"
import { reversalNumberOf, reversedItemOf } from "../key"
import { originalsOf, throughTransfers } from "../posting/transfer"

/** One order's ledger as an admin reads it: what pays (columns) against what is owed (rows). */
export interface Matrix {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly cells: readonly Cell[]
  /**
   * Minor units of money and foreign credit that settle this order's charges, less what was reversed of it and
   * what credits of its lines paid back or carried to other orders; zero and below, it keeps nothing.
   */
  readonly applied: bigint
  /** Minor units of debits not settled yet, refunds included. */
  readonly open: bigint
}

export interface Column {
  /** The posting that names it, and all of them: a reversal and a write-off have several. */
  readonly item: OpenItem
  readonly items: readonly OpenItem[]
  readonly kind: "payment" | "deposit" | "stored_value" | "credit" | "refund" | "reversal" | "write_off"
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
  /** What it is made of: never nothing, and they add up to the amount. */
  readonly parts: readonly CellPart[]
}

/** An allocation behind a cell, or a posting that stands in it without one. Signed, as the cell is. */
export type CellPart =
  | { readonly amount: bigint; readonly allocation: Allocation }
  | { readonly amount: bigint; readonly posting: OpenItem; readonly rule: PostingRule }

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
export function matrixOf({ documentId, ...stored }: MatrixInput): Matrix {
  const { items, allocations } = throughTransfers(documentId, stored.items, stored.allocations)
  const byId = new Map(items.map((item) => [item.id, item]))
  const pairs = allocations.flatMap((allocation): Pair[] => {
    const credit = byId.get(allocation.creditItemId)
    const debit = byId.get(allocation.debitItemId)
    return credit && debit ? [{ allocation, credit, debit }] : []
  })
  const own = items.filter((item) => item.documentId === documentId)
  const here = pairs.filter(({ debit }) => debit.documentId === documentId)
  const grouped = groupedColumns(own, originalsOf(stored.items))
  const [rounded, shown] = [here.filter(isRoundedOff), pairs.filter((pair) => !isRoundedOff(pair))]
  const cells = roundOff(cellsOf({ documentId, own, pairs: shown, grouped }), rounded, shown)
  const rows = rowsOf(own, cells)
  const context = { documentId, pairs: shown, cells }
  const columns = [
    ...items.filter((item) => !grouped.has(item.id)).flatMap((item) => columnOf(item, context)),
    ...[...new Set(grouped.values())].flatMap((group) => columnOfGroup(group, context)),
  ].toSorted((one, other) => (one.item.occurredAt < other.item.occurredAt ? -1 : 1))
  return {
    columns,
    rows,
    cells,
    applied:
      sum(here.filter(isApplied).map(amountOf)) -
      sum(own.filter((item) => item.kind === "reversal" && isOfLine(item)).map((item) => item.amount)) -
      sum(pairs.filter((pair) => hasLeft(pair, documentId)).map(amountOf)),
    open: sum(own.filter((item) => item.side === "debit").map(openAmount)),
  }
}

const amountOf = ({ allocation }: Pair): bigint => allocation.amount
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** Money that was taken back while it settled nothing was never applied. */
function isApplied({ allocation, credit, debit }: Pair): boolean {
  return isCharge(debit) && letters(credit, debit) && allocation.rule !== "reversed_rest"
}

/** What a line received and its credit gave away again: paid back, kept by the store, or put on another order. */
function hasLeft({ credit, debit }: Pair, documentId: bigint): boolean {
  if (credit.documentId !== documentId || !isLineCredit(credit)) return false
  return !isOfLine(debit) || debit.documentId !== documentId
}

/** What an order's rounding takes off another of its lines. */
function isRoundedOff({ credit, debit }: Pair): boolean {
  return credit.kind === "rounding" && credit.documentId === debit.documentId && isOfLine(debit)
}

/**
 * A cent of rounding has no column of its own: the money on the line is shown as if it had paid the line in full,
 * and as much less of the rounding. Until money is on the order, the line shows the cent as open.
 */
function roundOff(cells: readonly Cell[], rounded: readonly Pair[], pairs: readonly Pair[]): Cell[] {
  const ofMoney = new Set(pairs.flatMap(({ credit }) => (isMoneyIn(credit) ? [credit.id] : [])))
  const paying = cells.filter(({ columnItemId, amount }) => amount > 0n && ofMoney.has(columnItemId))
  const sums = new CellParts(cells)
  for (const { allocation, credit, debit } of rounded) {
    const row = rowKeyOf(debit)
    const column = (paying.find((cell) => cell.row === row) ?? paying[0])?.columnItemId
    if (column === undefined || rowKeyOf(credit) === row) continue
    const { amount } = allocation
    sums.add({ row, columnItemId: column }, { amount, allocation })
    sums.add({ row: rowKeyOf(credit), columnItemId: column }, { amount: -amount, allocation })
  }
  return rounded.length === 0 ? [...cells] : sums.list()
}

/** The postings of a reversal or a write-off stand in one column. */
const isGrouped = ({ kind }: OpenItem): boolean => kind === "reversal" || kind === "write_off"

type Groups = ReadonlyMap<bigint, readonly OpenItem[]>

/**
 * By id, every posting of the same reversal or write-off, the first one posted first; also when it was of
 * money that had gone on to another account in part, which the host knows as one capture.
 */
function groupedColumns(own: readonly OpenItem[], originals: ReadonlyMap<bigint, bigint>): Groups {
  const byName = new Map<string, OpenItem[]>()
  const groups = new Map<bigint, OpenItem[]>()
  for (const item of own.filter(isGrouped).toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const [money, number] = [reversedItemOf(item), reversalNumberOf(item)]
    const name = money === null || number === null ? item.key : `${originals.get(money) ?? money}.${number}`
    const group = byName.get(name) ?? []
    byName.set(name, group)
    group.push(item)
    groups.set(item.id, group)
  }
  return groups
}

/** What a line's credit does outside its own line and its order's refunds: settle others, or wait. */
function spillOf(item: OpenItem, pairs: readonly Pair[]): bigint {
  return openAmount(item) + sum(spentOf(item, pairs).map(amountOf))
}

function spentOf({ id }: OpenItem, pairs: readonly Pair[]): Pair[] {
  return pairs.filter(
    ({ credit, debit }) =>
      credit.id === id &&
      (isOfLine(debit) || debit.documentId !== credit.documentId) &&
      !isOwnLine(credit, debit),
  )
}

function isOwnLine(credit: OpenItem, debit: OpenItem): boolean {
  return credit.documentId === debit.documentId && credit.lineKey !== null && credit.lineKey === debit.lineKey
}

interface CellsInput {
  readonly documentId: bigint
  readonly own: readonly OpenItem[]
  readonly pairs: readonly Pair[]
  readonly grouped: Groups
}

function cellsOf({ documentId, own, pairs, grouped }: CellsInput): Cell[] {
  const cells = new CellParts()
  const columnOfItem = ({ id }: OpenItem): bigint => grouped.get(id)?.[0]?.id ?? id
  for (const { allocation, credit, debit } of pairs) {
    const { amount } = allocation
    if (debit.documentId === documentId && isOfLine(debit)) {
      if (isLineCredit(credit) && isOwnLine(credit, debit)) continue
      cells.add({ row: rowKeyOf(debit), columnItemId: columnOfItem(credit) }, { amount, allocation })
    } else if (
      credit.documentId === documentId &&
      debit.documentId === documentId &&
      isLineCredit(credit) &&
      credit.lineKey !== null &&
      !isOfLine(debit)
    ) {
      const at = { row: credit.lineKey, columnItemId: columnOfItem(debit) }
      cells.add(at, { amount: -amount, allocation })
    }
  }
  for (const item of own) {
    if (isLineCredit(item) && item.lineKey !== null) {
      const at = { row: item.lineKey, columnItemId: item.id }
      for (const { allocation } of spentOf(item, pairs))
        cells.add(at, { amount: -allocation.amount, allocation })
      cells.add(at, { amount: -openAmount(item), posting: item, rule: "credit_waiting" })
    }
    // What a payment put on a line and a reversal took off it again: both stand, and the line is open.
    if (item.kind === "reversal" && isOfLine(item)) {
      const at = { row: rowKeyOf(item), columnItemId: columnOfItem(item) }
      cells.add(at, { amount: -item.amount, posting: item, rule: "reversed_line" })
    }
  }
  return cells.list()
}

const rowKeyOf = ({ lineKey, key }: OpenItem): string => lineKey ?? key

class CellParts {
  private readonly cells = new Map<
    string,
    { row: string; columnItemId: bigint; amount: bigint; parts: CellPart[] }
  >()

  constructor(cells: readonly Cell[] = []) {
    for (const cell of cells)
      this.cells.set(`${cell.row} ${cell.columnItemId}`, { ...cell, parts: [...cell.parts] })
  }

  add({ row, columnItemId }: Pick<Cell, "row" | "columnItemId">, part: CellPart): void {
    if (part.amount === 0n) return
    const key = `${row} ${columnItemId}`
    const cell = this.cells.get(key) ?? { row, columnItemId, amount: 0n, parts: [] }
    cell.amount += part.amount
    cell.parts.push(part)
    this.cells.set(key, cell)
  }

  list(): Cell[] {
    return [...this.cells.values()]
  }
}

function rowsOf(own: readonly OpenItem[], cells: readonly Cell[]): Row[] {
  const lines = new Map<string, OpenItem[]>()
  for (const item of own) {
    if (item.lineKey === null || isGrouped(item) || !(isCharge(item) || isLineCredit(item))) continue
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
    const sums = { amount: -item.amount, onThisOrder, paidBack, elsewhere: NOWHERE, unallocated }
    return [{ item, items: [item], kind: "refund", ...sums }]
  }
  const mine = pairs.filter(({ credit }) => credit.id === item.id)
  const elsewhere = elsewhereOf(mine, documentId)
  const unallocated = openAmount(item)
  const paidBack = sum(
    mine.filter(({ debit }) => debit.documentId === documentId && !isOfLine(debit)).map(amountOf),
  )
  const shared = { item, items: [item], onThisOrder, elsewhere, unallocated }
  if (isMoneyIn(item)) {
    return [{ ...shared, kind: moneyKindOf(item), amount: item.amount, paidBack }]
  }
  if (item.documentId !== documentId) return [{ ...shared, kind: "credit", amount: item.amount, paidBack }]
  if (spillOf(item, pairs) === 0n) return []
  return [{ ...shared, kind: "credit", amount: 0n, paidBack: 0n }]
}

/** A reversal takes money back (negative) or a write-off gives up a short payment (positive) or keeps a surplus (negative). */
function columnOfGroup(items: readonly OpenItem[], { documentId, pairs, cells }: ColumnContext): Column[] {
  const [item] = items
  if (!item) return []
  const ids = new Set(items.map(({ id }) => id))
  const amount = -sum(items.map(signedAmount))
  const onThisOrder = sum(cells.filter((cell) => cell.columnItemId === item.id).map((cell) => cell.amount))
  const elsewhere = elsewhereOf(
    pairs.filter(({ credit }) => ids.has(credit.id)),
    documentId,
  )
  // A line that a reversal reopened shows what is open of it itself.
  const unallocated = -sum(
    items
      .filter((one) => !isOfLine(one))
      .map((one) => (one.side === "debit" ? openAmount(one) : -openAmount(one))),
  )
  const paidBack = amount - onThisOrder - elsewhere.amount - unallocated
  // Cells that cancel each other out are cells: what the store recorded of a reversal and took back again.
  const isEmpty = cells.every((cell) => cell.columnItemId !== item.id)
  if (amount === 0n && isEmpty && unallocated === 0n && paidBack === 0n) return []
  const kind = item.kind === "write_off" ? "write_off" : "reversal"
  return [{ item, items, kind, amount, onThisOrder, paidBack, elsewhere, unallocated }]
}

/** Money that was taken back or kept before any order had it is elsewhere, and on no order. */
function elsewhereOf(pairs: readonly Pair[], documentId: bigint): Column["elsewhere"] {
  const away = pairs.filter(({ debit }) => debit.documentId !== documentId)
  const orders = away.flatMap(({ debit }) => (debit.documentId === null ? [] : [debit.documentId]))
  return { amount: sum(away.map(amountOf)), documents: new Set(orders).size }
}

/** A refund that was taken back is read as a payment: money that is on the order again. */
function moneyKindOf({ kind }: OpenItem): Column["kind"] {
  return kind === "deposit" || kind === "stored_value" ? kind : "payment"
}

const NOWHERE = { amount: 0n, documents: 0 }
