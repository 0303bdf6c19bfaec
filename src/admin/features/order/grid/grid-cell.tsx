import { LockClosedSolid } from "@medusajs/icons"
import { clx, Kbd } from "@medusajs/ui"
import { memo, useLayoutEffect, useRef } from "react"
import { CellEditor } from "./cell-editor"
import type { GridColumn, GridRow } from "./layout"
import { useCell, useGridStore } from "./use-grid"
import { useLabels, type Labels } from "./use-labels"
import type { CellView } from "./views"

interface GridCellProps {
  row: GridRow
  column: GridColumn
  className?: string
  /** Its place among all columns, from 1. */
  place: number
}

/** One cell of the grid: an amount that people change, or one that follows from others. */
export const GridCell = memo(function GridCell({ row, column, className, place }: GridCellProps) {
  const view = useCell(row, column)
  const labels = useLabels()
  const cell = useFocused<HTMLTableCellElement>(view)
  const isSum = row.kind !== "item" || column.kind !== "money"
  return (
    <td
      ref={cell}
      tabIndex={view.isFocused ? 0 : -1}
      data-row={row.id}
      data-column={column.id}
      aria-colindex={place}
      aria-readonly={view.lock !== null}
      aria-selected={view.isFocused || view.isSelected}
      aria-invalid={view.isTooMuch || undefined}
      title={lockedWhy(view, column, labels) ?? (view.inferred ? labels.inferred : undefined)}
      aria-label={view.text === null ? labels.cell(view, column) : undefined}
      className={clx(className, lookOf(view, row, column), isSum && sumLook(view, row, column))}
    >
      {view.isFocused && view.lock === null && view.text === null && (
        <span aria-hidden data-handle="" className="reconciliation-handle" />
      )}
      {view.inferred && <span aria-hidden className="reconciliation-inferred" />}
      {view.text === null ? (
        <Shown view={view} row={row} column={column} />
      ) : (
        <CellEditor text={view.text} view={view} />
      )}
    </td>
  )
})

/** What the pointer is told of a cell that looks locked; of a sum, or a planned payment's empty cell, nothing. */
function lockedWhy({ lock, value }: CellView, column: GridColumn, labels: Labels): string | undefined {
  if (lock === null || lock === "read_only" || (lock === "planned" && !value)) return undefined
  return labels.lock(lock, column)
}

/** The cell that has the grid's focus has the browser's too, once somebody is in the grid. */
export function useFocused<Element extends HTMLElement>({
  isFocused,
  text,
}: Pick<CellView, "isFocused" | "text">) {
  const store = useGridStore()
  const element = useRef<Element>(null)
  useLayoutEffect(() => {
    if (!isFocused || text !== null || !store.hasFocus) return
    element.current?.focus({ preventScroll: true })
    element.current?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }, [isFocused, text, store])
  return element
}

/** Amounts of zero are left blank; sums of zero are said quietly. */
function Shown({ view, row, column }: { view: CellView; row: GridRow; column: GridColumn }) {
  const labels = useLabels()
  const { value, room } = view
  const isAmount = row.kind === "item" && ["money", "planned", "due"].includes(column.kind)
  if (value === null || (value === 0n && isAmount && view.was === null)) {
    if (!view.isFocused || room === 0n) return null
    return (
      <span aria-hidden className="reconciliation-hint text-ui-fg-subtle">
        <Kbd>R</Kbd> {labels.money(room)}
      </span>
    )
  }
  return (
    <>
      {column.kind === "planned" && value !== 0n && (
        <LockClosedSolid aria-hidden className="reconciliation-lock" />
      )}
      {labels.money(value)}
    </>
  )
}

function lookOf(
  { isFocused, isSelected, lock, was, isTooMuch, text }: CellView,
  row: GridRow,
  column: GridColumn,
): string {
  return clx(
    isFocused && "reconciliation-focus",
    isSelected && "reconciliation-selected",
    was !== null && "reconciliation-changed",
    isTooMuch && "reconciliation-too-much",
    text !== null && "reconciliation-typing",
    row.kind === "item" && column.kind === "planned" && "reconciliation-planned",
    row.kind === "item" && column.kind === "money" && lock !== null && "reconciliation-fixed",
  )
}

function sumLook({ isOpen, isTooMuch, value }: CellView, row: GridRow, column: GridColumn): string {
  if (isTooMuch) return ""
  if (isOpen) return "reconciliation-open"
  const quiet = row.kind === "unallocated" || column.kind === "unallocated" || column.kind === "due"
  if (quiet || value === 0n) return "text-ui-fg-subtle"
  return row.kind === "total" || column.kind === "total" ? "reconciliation-strong" : ""
}
