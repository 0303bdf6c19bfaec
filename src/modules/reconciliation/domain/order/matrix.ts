import { letters } from "../allocation/sequence"
import {
  isCharge,
  isLineCredit,
  isOfLine,
  openAmount,
  signedAmount,
  type Allocation,
  type OpenItem,
} from "../open-item"
import { originalsOf, throughTransfers } from "../posting/transfer"
import { cellsOf, roundOff, type Cell } from "./cells"
import { columnOf, columnOfGroup, type Column } from "./columns"
import { groupedColumns, isGrouped, type Groups } from "./groups"
import { grouped } from "../grouped"
import { amountOf, byCreditOf, isRoundedOff, pairsOf, sum, type Pair } from "./pairs"

/** One order's ledger as an admin reads it: what pays (columns) against what is owed (rows). */
export interface Matrix {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly cells: readonly Cell[]
  /** By the item that names a column, its cells. */
  readonly cellsOf: ReadonlyMap<bigint, readonly Cell[]>
  /**
   * Minor units of money and foreign credit that settle this order's charges, less what was reversed of it and
   * what credits of its lines paid back or carried to other orders; zero and below, it keeps nothing.
   */
  readonly applied: bigint
  /** Minor units of debits not settled yet, refunds included. */
  readonly open: bigint
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

export interface MatrixInput {
  readonly documentId: bigint
  /** The order's items and every foreign item its allocations touch. */
  readonly items: readonly OpenItem[]
  /** Live allocations that touch an item of the order; releases and what they took back left out. */
  readonly allocations: readonly Allocation[]
}

/** Folds the ledger of one order into its matrix. Every sum in it is exact by construction. */
export function matrixOf({ documentId, ...stored }: MatrixInput): Matrix {
  const { items, allocations } = throughTransfers(documentId, stored.items, stored.allocations)
  const pairs = pairsOf(items, allocations)
  const own = items.filter((item) => item.documentId === documentId)
  const here = pairs.filter(({ debit }) => debit.documentId === documentId)
  const groups = groupedColumns(own, originalsOf(stored.items))
  const [rounded, shown] = [here.filter(isRoundedOff), pairs.filter((pair) => !isRoundedOff(pair))]
  const cells = roundOff(cellsOf({ documentId, own, pairs: shown, grouped: groups }), rounded, shown)
  const cellsOfColumns = grouped(cells, ({ columnItemId }) => columnItemId)
  const context = { documentId, byCredit: byCreditOf(shown), cellsOf: cellsOfColumns }
  const columns = columnsOf({ items, groups, context })
  return {
    columns,
    rows: rowsOf(own, paidBy(cells)),
    cells,
    cellsOf: cellsOfColumns,
    applied:
      appliedBy(pairs, documentId) -
      sum(own.filter((item) => item.kind === "reversal" && isOfLine(item)).map((item) => item.amount)),
    open: openOf(own),
  }
}

/** What changed of a ledger since it was folded: amounts between items, in these columns only. */
interface Refold {
  readonly documentId: bigint
  /** As they are now. */
  readonly items: readonly OpenItem[]
  /** Ids of the items that name the columns. */
  readonly columns: ReadonlySet<bigint>
  readonly groups: Groups
  /** Every allocation that touches an item of the columns, as it was when `before` was folded, and now. */
  readonly was: readonly Allocation[]
  readonly now: readonly Allocation[]
}

/** The matrix anew where amounts have moved in some columns; of an order without transfers and rounding. */
export function refolded(before: Matrix, { documentId, items, columns, groups, was, now }: Refold): Matrix {
  const own = items.filter((item) => item.documentId === documentId)
  const pairs = pairsOf(items, now)
  const cells = cellsOf({ documentId, own, pairs, grouped: groups }).filter((cell) =>
    columns.has(cell.columnItemId),
  )
  const folded = grouped(cells, ({ columnItemId }) => columnItemId)
  const kept = [...before.cellsOf].filter(([id]) => !columns.has(id))
  const context = { documentId, byCredit: byCreditOf(pairs), cellsOf: folded }
  const known = grouped(before.columns, ({ item }) => item.id)
  const paid = paidBy(cells, new Map(before.rows.map(({ key, allocated }) => [key, allocated])))
  for (const id of columns)
    for (const { row, amount } of before.cellsOf.get(id) ?? []) paid.set(row, (paid.get(row) ?? 0n) - amount)
  return {
    columns: columnsOf({
      items,
      groups,
      context,
      asBefore: (id) => (columns.has(id) ? null : (known.get(id) ?? [])),
    }),
    rows: rowsOf(own, paid),
    // Of a large order the longest part, and only seldom asked for.
    get cells() {
      return [...this.cellsOf.values()].flat()
    },
    cellsOf: new Map([...kept, ...folded]),
    applied: before.applied + appliedBy(pairs, documentId) - appliedBy(pairsOf(items, was), documentId),
    open: openOf(own),
  }
}

interface ColumnsInput {
  readonly items: readonly OpenItem[]
  readonly groups: Groups
  readonly context: Parameters<typeof columnOf>[1]
  /** The columns that are as they were, by the id of the item that names one: null of those to make anew. */
  readonly asBefore?: (id: bigint) => readonly Column[] | null
}

/** Oldest first. */
function columnsOf({ items, groups, context, asBefore = () => null }: ColumnsInput): Column[] {
  return [
    ...items
      .filter(({ id }) => !groups.has(id))
      .flatMap((item) => asBefore(item.id) ?? columnOf(item, context)),
    ...[...new Set(groups.values())].flatMap(
      (group) => asBefore(group[0]?.id ?? 0n) ?? columnOfGroup(group, context),
    ),
  ].toSorted((one, other) => (one.item.occurredAt < other.item.occurredAt ? -1 : 1))
}

const openOf = (own: readonly OpenItem[]): bigint =>
  sum(own.filter(({ side }) => side === "debit").map(openAmount))

/** What settles the order's charges, less what credits of its lines paid back or carried away. */
function appliedBy(pairs: readonly Pair[], documentId: bigint): bigint {
  const here = pairs.filter(({ debit }) => debit.documentId === documentId)
  const left = pairs.filter((pair) => hasLeft(pair, documentId))
  return sum(here.filter(isApplied).map(amountOf)) - sum(left.map(amountOf))
}

/** Money that was taken back while it settled nothing was never applied. */
function isApplied({ allocation, credit, debit }: Pair): boolean {
  return isCharge(debit) && letters(credit, debit) && allocation.rule !== "reversed_rest"
}

/** What a line received and its credit gave away again: paid back, kept by the store, or put on another order. */
function hasLeft({ credit, debit }: Pair, documentId: bigint): boolean {
  if (credit.documentId !== documentId || !isLineCredit(credit)) return false
  return !isOfLine(debit) || debit.documentId !== documentId
}

function paidBy(cells: readonly Cell[], paid = new Map<string, bigint>()): Map<string, bigint> {
  for (const { row, amount } of cells) paid.set(row, (paid.get(row) ?? 0n) + amount)
  return paid
}

function rowsOf(own: readonly OpenItem[], paid: ReadonlyMap<string, bigint>): Row[] {
  const lines = new Map<string, OpenItem[]>()
  for (const item of own) {
    if (item.lineKey === null || isGrouped(item) || !(isCharge(item) || isLineCredit(item))) continue
    lines.set(item.lineKey, [...(lines.get(item.lineKey) ?? []), item])
  }
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
