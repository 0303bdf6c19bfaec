import type { Edits } from "./edits"
import type { GridColumn, GridRow } from "./layout"
import type { Block } from "./selection"
import { cellName } from "./cell-amounts"
import type { Sheet } from "./sheet"

interface Grid {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
}

/** The cells of a block, by name. */
export function* namesIn({ rows, columns }: Grid, { top, bottom, left, right }: Block): Generator<string> {
  for (const row of rows.slice(top, bottom + 1))
    for (const column of columns.slice(left, right + 1)) yield cellName(row.id, column.id)
}

/** Cells whose amount differs between two sheets, what anybody changed, and all sums: there are few of those. */
export function* namesThatDiffer(
  { rows, columns }: Grid,
  { before, after }: { readonly before: Sheet; readonly after: Sheet },
  edits: Pick<Edits, "all">,
): Generator<string> {
  yield* after.cells.namesUnlike(before.cells)
  for (const { row, column } of edits.all) yield cellName(row, column.toString())
  for (const row of rows) for (const id of ["item", "due", "total", "unallocated"]) yield cellName(row.id, id)
  for (const column of columns) {
    for (const id of ["head", "total", "unallocated"]) yield cellName(id, column.id)
    if (column.kind === "planned") for (const row of rows) yield cellName(row.id, column.id)
  }
}
