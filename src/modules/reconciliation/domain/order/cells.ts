import type { PostingRule } from "../planner/explain"
import { isLineCredit, isMoneyIn, isOfLine, openAmount, type Allocation, type OpenItem } from "../open-item"
import type { Groups } from "./groups"
import { isOwnLine, rowKeyOf, spentOf, type Pair } from "./pairs"

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

/**
 * A cent of rounding has no column of its own: the money on the line is shown as if it had paid the line in full,
 * and as much less of the rounding. Until money is on the order, the line shows the cent as open.
 */
export function roundOff(cells: readonly Cell[], rounded: readonly Pair[], pairs: readonly Pair[]): Cell[] {
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
