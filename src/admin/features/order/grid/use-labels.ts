import { useMemo } from "react"
import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import { rowTitle } from "../../../lib/names"
import { meansLabel } from "../../../lib/labels"
import { useOrderView } from "../use-order-view"
import type { GridColumn, GridRow } from "./layout"
import type { CellView, Lock } from "./views"

export interface Labels {
  /** "Card" */
  column: (column: GridColumn) => string
  /** "Cash of Nov 26"; the year is said where it is another one. */
  columnOn: (column: GridColumn) => string
  row: (row: GridRow) => string
  money: (units: bigint) => string
  /** "inferred from history" */
  inferred: string
  /** Why a cell is locked. */
  lock: (lock: Lock, column: GridColumn) => string
  /** Everything a person who does not see the grid must hear of a cell, but its headers. */
  cell: (view: CellView, column: GridColumn) => string
}

const NAMED: Readonly<Record<string, string>> = {
  item: "matrix.item",
  amount: "matrix.amount",
  due: "grid.due",
  total: "matrix.total",
  unallocated: "matrix.unallocated",
}

/** Rows, columns and cells in the reader's words. */
export function useLabels(): Labels {
  const { t, day, dayInSentence: near, amount, order } = useOrderView()
  return useMemo(() => {
    const money = (units: bigint): string => amount(decimalOf(units, order.digits))
    const column = (one: GridColumn): string => {
      if (one.kind === "planned") return t("grid.instalment")
      if (one.kind !== "money") return t(NAMED[one.kind] ?? one.kind)
      const means =
        one.column.kind === "payment" || one.column.kind === "deposit" ? meansLabel(one.column, t) : null
      return means ?? t(`grid.kinds.${one.column.kind}`)
    }
    const columnOn = (one: GridColumn): string => {
      if (one.kind === "money")
        return t("grid.columnOn", { column: column(one), date: near(one.column.occurred_on) })
      if (one.kind === "planned")
        return t("grid.columnOn", { column: column(one), date: near(one.instalment.due_on) })
      return column(one)
    }
    const row = (one: GridRow): string => {
      if (one.kind === "item") return rowTitle(one.row.key, one.row.title, t)
      return one.kind === "head" ? "" : t(one.kind === "total" ? "matrix.total" : "matrix.unallocated")
    }
    const lock = (of: Lock, one: GridColumn): string =>
      t(`grid.locks.${of}`, { date: one.kind === "planned" ? day(one.instalment.due_on) : "" })
    const inferred = t("grid.says.inferred")
    const cell = (view: CellView, of: GridColumn): string => cellLabel(view, of, { t, money, day })
    return { column, columnOn, row, money, inferred, lock, cell }
  }, [t, day, near, amount, order.digits])
}

interface Saying {
  t: (key: string, values?: Record<string, string | number>) => string
  money: (units: bigint) => string
  day: (value: string) => string
}

function cellLabel(
  { value, was, lock, inferred, room, isTooMuch }: CellView,
  column: GridColumn,
  { t, money, day }: Saying,
): string {
  const parts = [value === null || value === 0n ? t("grid.says.empty") : money(value)]
  if (column.kind === "planned" && value !== null)
    parts.push(t("grid.says.planned", { date: day(column.instalment.due_on) }))
  else if (lock !== null && lock !== "read_only") parts.push(t("grid.says.locked"))
  if (inferred) parts.push(t("grid.says.inferred"))
  if (was !== null) parts.push(t("grid.says.was", { amount: money(was) }))
  if (room > 0n) parts.push(t("grid.says.room", { amount: money(room) }))
  if (isTooMuch) parts.push(t("grid.says.tooMuch"))
  return parts.join(", ")
}
