import type { MatrixDraft, Wish } from "../../../../modules/reconciliation/domain/order/draft"
import type { Put } from "./edits"
import type { GridColumn, GridRow } from "./layout"
import type { Block } from "./selection"

/** A cell by its row and column. */
export interface GridPlace {
  readonly row: GridRow
  readonly column: GridColumn
}

interface Grid {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
}

/** The cells of a block, rows first. */
export function placesIn({ rows, columns }: Grid, { top, bottom, left, right }: Block): GridPlace[] {
  return rows
    .slice(top, bottom + 1)
    .flatMap((row) => columns.slice(left, right + 1).map((column) => ({ row, column })))
}

export const sizeOf = ({ top, bottom, left, right }: Block): number => (bottom - top + 1) * (right - left + 1)

/** What gives each cell in turn all that it can take. */
export function filling(draft: MatrixDraft, wishes: readonly Wish[], places: readonly GridPlace[]): Put[] {
  const cells = places.map(({ row, column }) => ({ row: row.id, column: BigInt(column.id) }))
  return draft
    .fillAll(wishes, cells)
    .map(({ row, column, amount }) => ({ row, column: column.toString(), units: amount }))
}

/** What empties cells; what fulfils planned payments, or was settled before the order moved, stays in it. */
export function clearing(
  places: readonly GridPlace[],
  boundAt: (row: GridRow, column: GridColumn) => bigint,
): Put[] {
  return places.map(({ row, column }) => ({ row: row.id, column: column.id, units: boundAt(row, column) }))
}
