import type { Put } from "../grid/edits"
import type { GridStore } from "../grid/grid-store"
import { valueAt, type GridColumn, type GridRow } from "../grid/layout"

/** What a button offers to put on an item. */
interface Offer {
  readonly column: GridColumn
  /** Minor units, above zero. */
  readonly amount: bigint
  readonly put: Put
}

/** Money that could go on an item: no more than what neither money nor a planned payment is meant for. */
export function offersFor(store: GridStore, row: GridRow): Offer[] {
  return store.columns.flatMap((column): Offer[] => {
    if (column.kind !== "money" || store.lockAt(row, column) === "own_credit") return []
    const amount = store.roomAt(row, column)
    if (amount <= 0n) return []
    const by = column.column.kind === "refund" ? -amount : amount
    const units = (valueAt(store.sheet, row, column) ?? 0n) + by
    return [{ column, amount, put: { row: row.id, column: column.id, units } }]
  })
}

/** Whether a button offers to take an amount off its item: of a refund not, which would be owed back then. */
export function mayTakeOff(store: GridStore, row: GridRow, column: GridColumn): boolean {
  const isFree = store.lockAt(row, column) === null && store.boundAt(row, column) === 0n
  return store.canEdit && isFree && (valueAt(store.sheet, row, column) ?? 0n) > 0n
}
