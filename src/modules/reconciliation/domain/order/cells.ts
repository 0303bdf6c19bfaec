import type { PostingRule } from "../planner/explain"
import { isLineCredit, isMoneyIn, isOfLine, openAmount, type Allocation, type OpenItem } from "../open-item"
import type { Groups } from "./groups"
import { byCreditOf, isOwnLine, rowKeyOf, spentOf, type Pair } from "./pairs"

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

interface CellsInput {
  readonly documentId: bigint
  readonly own: readonly OpenItem[]
  readonly pairs: readonly Pair[]
  readonly grouped: Groups
}

export function cellsOf({ documentId, own, pairs, grouped }: CellsInput): Cell[] {
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
  const byCredit = byCreditOf(pairs)
  for (const item of own) {
    if (isLineCredit(item) && item.lineKey !== null) {
      const at = { row: item.lineKey, columnItemId: item.id }
      for (const { allocation } of spentOf(item, byCredit))
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

/**
 * A cent of rounding has no column of its own: the money on the line is shown as if it had paid the line in full,
 * and as much less of the rounding. Until money is on the order, the line shows the cent as open.
 */
export function roundOff(cells: readonly Cell[], rounded: readonly Pair[], pairs: readonly Pair[]): Cell[] {
  if (rounded.length === 0) return [...cells]
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
  return sums.list()
}

/** Cells by row, then by column: a name made of both would cost more than all else of a large order. */
class CellParts {
  private readonly rows = new Map<string, Map<bigint, CellInWork>>()
  private readonly inOrder: CellInWork[] = []

  constructor(cells: readonly Cell[] = []) {
    for (const cell of cells) this.keep({ ...cell, parts: [...cell.parts] })
  }

  add({ row, columnItemId }: Pick<Cell, "row" | "columnItemId">, part: CellPart): void {
    if (part.amount === 0n) return
    const cell = this.rows.get(row)?.get(columnItemId)
    if (cell) {
      cell.amount += part.amount
      cell.parts.push(part)
    } else this.keep({ row, columnItemId, amount: part.amount, parts: [part] })
  }

  list(): Cell[] {
    return this.inOrder
  }

  private keep(cell: CellInWork): void {
    const columns = this.rows.get(cell.row)
    if (columns) columns.set(cell.columnItemId, cell)
    else this.rows.set(cell.row, new Map([[cell.columnItemId, cell]]))
    this.inOrder.push(cell)
  }
}

interface CellInWork {
  readonly row: string
  readonly columnItemId: bigint
  amount: bigint
  readonly parts: CellPart[]
}
