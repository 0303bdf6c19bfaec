import type { MatrixCell, MatrixRow, OrderReconciliation } from "../../../../types/http"
import { isZero } from "../../../lib/money"

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
export function emptiness(order: OrderReconciliation): "zero" | null {
  return order.columns.length === 0 && order.rows.every(untouchedAndFree) ? "zero" : null
}
