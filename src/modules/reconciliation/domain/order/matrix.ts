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
import { groupedColumns, isGrouped } from "./groups"
import { grouped } from "../grouped"
import { amountOf, byCreditOf, isRoundedOff, pairsOf, sum, type Pair } from "./pairs"

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

export interface Row {
  readonly key: string
  readonly first: OpenItem
  readonly adjustments: readonly OpenItem[]
  readonly amount: bigint
  readonly net: bigint
  readonly allocated: bigint
  readonly open: bigint
}

interface MatrixInput {
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
  const rows = rowsOf(own, cells)
  const cellsOfColumns = grouped(cells, ({ columnItemId }) => columnItemId)
  const context = { documentId, byCredit: byCreditOf(shown), cellsOf: cellsOfColumns }
  const columns = [
    ...items.filter((item) => !groups.has(item.id)).flatMap((item) => columnOf(item, context)),
    ...[...new Set(groups.values())].flatMap((group) => columnOfGroup(group, context)),
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

/** Money that was taken back while it settled nothing was never applied. */
function isApplied({ allocation, credit, debit }: Pair): boolean {
  return isCharge(debit) && letters(credit, debit) && allocation.rule !== "reversed_rest"
}

/** What a line received and its credit gave away again: paid back, kept by the store, or put on another order. */
function hasLeft({ credit, debit }: Pair, documentId: bigint): boolean {
  if (credit.documentId !== documentId || !isLineCredit(credit)) return false
  return !isOfLine(debit) || debit.documentId !== documentId
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
