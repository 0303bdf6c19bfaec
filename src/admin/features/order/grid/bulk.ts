import type { MatrixDraft, Wish } from "../../../../modules/reconciliation/domain/order/draft"
import type { Put } from "./edits"
import type { GridColumn, GridRow } from "./layout"
import { takenFrom } from "../placing"
import type { Block } from "./selection"
import { lackOf, type Sheet } from "./sheet"

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

/** What gives each cell in turn all that it can take; what is kept for planned payments is left to them. */
export function filling(
  draft: MatrixDraft,
  { rows }: Pick<Sheet, "rows">,
  { wishes, places }: { readonly wishes: readonly Wish[]; readonly places: readonly GridPlace[] },
): Put[] {
  const cells = places.map(({ row, column }) => ({ row: row.id, column: BigInt(column.id) }))
  const lacking = new Map(rows.map((row) => [row.key, lackOf(row)]))
  return draft
    .fillAll(wishes, cells, takenFrom(lacking))
    .map(({ row, column, amount }) => ({ row, column: column.toString(), units: amount }))
}

/** What empties cells; what fulfils planned payments, or was settled before the order moved, stays in it. */
export function clearing(
  places: readonly GridPlace[],
  boundAt: (row: GridRow, column: GridColumn) => bigint,
): Put[] {
  return places.map(({ row, column }) => ({ row: row.id, column: column.id, units: boundAt(row, column) }))
}
