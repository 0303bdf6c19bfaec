import type { CellLock } from "../../../../modules/reconciliation/domain/order/draft"
import { valueAt, type GridColumn, type GridRow } from "./layout"
import type { Mode } from "./commands"
import { cellName } from "./cell-amounts"
import type { Sheet, SheetMaker } from "./sheet"

/** Why a cell is not changed here: the ledger's reasons, and those of the page. */
export type Lock = CellLock | "planned" | "read_only" | "no_right"

/** Why an amount is less than what stays of a cell. */
export type Hold = "below_planned" | "below_moved"

/** A cell as it is drawn. Amounts are signed minor units. */
export interface CellView {
  readonly value: bigint | null
  /** What it held before; null where nobody changed it. */
  readonly was: bigint | null
  readonly isFocused: boolean
  readonly isSelected: boolean
  readonly lock: Lock | null
  /** What of it stays: it fulfils planned payments, or was settled before the order moved. */
  readonly bound: bigint
  /** It takes part in what is too much. */
  readonly isTooMuch: boolean
  /** A sum that asks for something. */
  readonly isOpen: boolean
  /** It was inferred from history, and nobody has changed it here. */
  readonly inferred: boolean
  /** What is typed into it now. */
  readonly text: string | null
  /** What an empty cell with the focus could take. */
  readonly room: bigint
}

export function lockAt(
  maker: SheetMaker,
  { row, column }: { readonly row: GridRow; readonly column: GridColumn },
  canEdit: boolean,
): Lock | null {
  if (column.kind === "planned" && row.kind === "item") return "planned"
  if (row.kind !== "item" || column.kind !== "money") return "read_only"
  return maker.lockOf(row.id, column.id) ?? (canEdit ? null : "no_right")
}

/** What a view is made of. */
export interface Viewed {
  readonly sheet: Sheet
  readonly before: Sheet
  readonly tooMuch: ReadonlySet<string>
  readonly mode: Mode
  readonly text: string
  readonly changes: { readonly wishAt: (row: string, column: string) => bigint | undefined }
  readonly isFocused: (row: GridRow, column: GridColumn) => boolean
  readonly isSelected: (row: GridRow, column: GridColumn) => boolean
  readonly lockAt: (row: GridRow, column: GridColumn) => Lock | null
  readonly boundAt: (row: GridRow, column: GridColumn) => bigint
  readonly roomAt: (row: GridRow, column: GridColumn) => bigint
  readonly isInferred: (row: GridRow, column: GridColumn) => boolean
}

export function viewOfCell(store: Viewed, row: GridRow, column: GridColumn): CellView {
  const { sheet } = store
  const value = valueAt(sheet, row, column)
  const isFocused = store.isFocused(row, column)
  const lock = store.lockAt(row, column)
  const isAmount = row.kind === "item" && column.kind === "money"
  const wished = isAmount && store.changes.wishAt(row.id, column.id) !== undefined
  const isTyped = isFocused && store.mode !== "navigate"
  return {
    value,
    was: wished ? (store.before.cells.get(row.id, column.id) ?? 0n) : null,
    isFocused,
    isSelected: store.isSelected(row, column),
    lock,
    bound: isAmount ? store.boundAt(row, column) : 0n,
    isTooMuch: isTooMuch(store, row, column),
    isOpen: isOpen(row, column, value),
    inferred: isAmount && !wished && store.isInferred(row, column),
    text: isTyped ? store.text : null,
    room: isFocused && isAmount && lock === null && (value ?? 0n) === 0n ? store.roomAt(row, column) : 0n,
  }
}

/** The sums of an item or a payment that is below zero, and the changed cells that they come from. */
function isTooMuch({ sheet: { excess }, tooMuch }: Viewed, row: GridRow, column: GridColumn): boolean {
  const [ofRow, ofColumn] = [excess.rows.has(row.id), excess.columns.has(column.id)]
  if (row.kind === "item" && column.kind === "money") return tooMuch.has(cellName(row.id, column.id))
  if (row.kind === "item") return column.kind === "unallocated" && ofRow
  if (row.kind === "unallocated")
    return column.kind === "money" ? ofColumn : column.kind === "total" && excess.columns.size > 0
  return row.kind === "total" && column.kind === "unallocated" && excess.rows.size > 0
}

/** Only sums of what stands on no item glow; what is simply not paid yet does not. */
function isOpen(row: GridRow, column: GridColumn, value: bigint | null): boolean {
  if (value === null || value === 0n) return false
  if (row.kind === "unallocated") return true
  return column.kind === "unallocated" && row.kind !== "head"
}
