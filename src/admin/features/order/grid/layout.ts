import type { InstalmentView, MatrixColumn, MatrixRow, OrderReconciliation } from "../../../../types/http"
import type { Sheet } from "./sheet"

/** A column of the grid. People change those of money; the others say what follows. */
export type GridColumn =
  | { readonly id: string; readonly kind: "item" | "amount" | "due" | "total" | "unallocated" }
  | { readonly id: string; readonly kind: "money"; readonly column: MatrixColumn }
  | { readonly id: string; readonly kind: "planned"; readonly instalment: InstalmentView }

/** A row of the grid, in its order: head, items, sums. */
export type GridRow =
  | { readonly id: string; readonly kind: "head" | "total" | "unallocated" }
  | { readonly id: string; readonly kind: "item"; readonly row: MatrixRow }

/** Which items are listed. */
export interface Listed {
  readonly onlyOpen: boolean
  /** Part of a title, in small letters. */
  readonly search: string
}

/** Columns in order of date: what moved, then what is planned, and what is simply not paid yet. */
export function columnsOf({ columns, plan }: OrderReconciliation): GridColumn[] {
  const planned = (plan?.instalments ?? []).filter(({ reserved }) => reserved.length > 0)
  return [
    { id: "item", kind: "item" },
    { id: "amount", kind: "amount" },
    ...columns.map((column): GridColumn => ({ id: column.id, kind: "money", column })),
    ...planned.map((instalment): GridColumn => ({
      id: `plan ${instalment.id}`,
      kind: "planned",
      instalment,
    })),
    { id: "due", kind: "due" },
    { id: "total", kind: "total" },
    { id: "unallocated", kind: "unallocated" },
  ]
}

/** Rows that are listed; what was open when the list was made stays in it while it is worked on. */
export function rowsOf(
  { rows }: Pick<OrderReconciliation, "rows">,
  listed: Listed,
  isOpen: (key: string) => boolean,
): GridRow[] {
  const items = rows.filter(
    ({ key, title }) =>
      (!listed.onlyOpen || isOpen(key)) &&
      (listed.search === "" || title.toLocaleLowerCase().includes(listed.search)),
  )
  return [
    { id: "head", kind: "head" },
    ...items.map((row): GridRow => ({ id: row.key, kind: "item", row })),
    { id: "total", kind: "total" },
    { id: "unallocated", kind: "unallocated" },
  ]
}

/** What stands where a row meets a column, in minor units; null where nothing does. */
export function valueAt(sheet: Sheet, row: GridRow, column: GridColumn): bigint | null {
  switch (row.kind) {
    case "head":
      return null
    case "item":
      return itemValue(sheet, row.id, column)
    case "total":
      return totalValue(sheet, column)
    case "unallocated":
      return restValue(sheet, column)
  }
}

function itemValue(sheet: Sheet, key: string, column: GridColumn): bigint | null {
  if (column.kind === "item") return null
  if (column.kind === "money") return sheet.cells.get(key, column.id) ?? null
  if (column.kind === "planned") return plannedBy(sheet, column.instalment.id)?.rows.get(key) ?? null
  const row = sheet.byRow.get(key)
  return row?.[column.kind] ?? null
}

function totalValue({ sums, ...sheet }: Sheet, column: GridColumn): bigint | null {
  switch (column.kind) {
    case "item":
      return null
    case "money":
      return sheet.byColumn.get(column.id)?.total ?? 0n
    case "planned":
      return sheet.planned.find(({ id }) => id === column.instalment.id)?.total ?? 0n
    case "unallocated":
      return sums.unallocatedRows
    case "amount":
    case "due":
    case "total":
      return sums[column.kind]
  }
}

/** The Unallocated row: what each column has on no item. Its corner is empty: both sums stand beside it. */
function restValue({ sums, byColumn }: Sheet, column: GridColumn): bigint | null {
  if (column.kind === "money") return byColumn.get(column.id)?.unallocated ?? 0n
  return column.kind === "total" ? sums.unallocatedColumns : null
}

const plannedBy = (sheet: Sheet, id: string) => sheet.planned.find((one) => one.id === id)
