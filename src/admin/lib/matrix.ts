import type { MatrixCell, MatrixRow, OrderReconciliation } from "../../types/http"
import { isZero } from "./money"

export type CellsByPlace = ReadonlyMap<string, MatrixCell>

const place = (row: string, column: string) => `${row}\n${column}`

export function indexCells(cells: readonly MatrixCell[]): CellsByPlace {
  return new Map(cells.map((cell) => [place(cell.row, cell.column), cell]))
}

export function cellAt(cells: CellsByPlace, row: string, column: string): MatrixCell | undefined {
  return cells.get(place(row, column))
}

const untouchedAndFree = (row: MatrixRow) => isZero(row.net) && row.adjustments.length === 0

/** Why there is no matrix to show, or null when there is one. */
export function emptiness(order: OrderReconciliation): "not_seen" | "zero" | null {
  if (order.columns.length > 0) {
    return null
  }
  if (order.rows.length === 0) {
    return "not_seen"
  }
  return order.rows.every(untouchedAndFree) ? "zero" : null
}
