import { Button, Kbd } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useOrderView, type OrderView } from "../use-order-view"
import { writeAmount } from "../../../lib/amount-text"
import type { GridStore } from "./grid-store"
import { valueAt, type GridColumn, type GridRow } from "./layout"
import { NoteLine } from "./note-line"
import { cellName } from "./cell-amounts"
import { useGrid, useGridStore } from "./use-grid"
import { useLabels, type Labels } from "./use-labels"
import { MANY_ITEMS, NOT_ITEMS } from "./windowing"

/** Below the grid: what has the focus, what is too much, what was just done. It covers no amount. */
export function StatusLine() {
  const store = useGridStore()
  const { t } = useOrderView()
  // Drawn again with every change of the grid: it speaks of the whole.
  useGrid((grid) => grid.revision)
  const line = useUncovered()
  const labels = useLabels()
  const [row, column] = [store.rows[store.focus.row], store.columns[store.focus.column]]
  const excess = excessAt(store, row, column)
  return (
    <div
      ref={line}
      id="reconciliationStatus"
      data-grid-status=""
      className="txt-compact-small text-ui-fg-subtle flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3"
    >
      <span className="min-w-0 break-words">
        {excess && row && column ? (
          <TooMuch row={row} column={column} excess={excess} />
        ) : store.note ? (
          <NoteLine note={store.note} />
        ) : (
          <>
            <RowOf />
            <Place row={row} column={column} />
          </>
        )}
      </span>
      <span aria-hidden className="txt-compact-xsmall tabular-nums">
        {store.mode === "navigate"
          ? (store.note && sumOf(store, { t, money: labels.money })) ||
            t(isLong(store) ? "grid.status.hintsLong" : "grid.status.hints")
          : t("grid.status.typing", { amount: before(store, row, column) })}
      </span>
    </div>
  )
}

/** While somebody types, the bar that saves lies over the end of the page: what is said of the cell is kept above it. */
function useUncovered() {
  const store = useGridStore()
  const line = useRef<HTMLDivElement>(null)
  const unsaved = useGrid((grid) => grid.unsaved)
  // Only when the draft changes: a page that moves under a pressed mouse would mark other cells. What a button beside the
  // grid put is said there.
  useEffect(() => {
    const speaks = store.mode !== "navigate" || store.note !== null
    if (unsaved.length > 0 && store.hasFocus && speaks) line.current?.scrollIntoView({ block: "nearest" })
  }, [unsaved, store])
  return line
}

/** More items than are seen at once. */
const isLong = ({ rows }: GridStore): boolean => rows.length - NOT_ITEMS > MANY_ITEMS

/** Where in a long list the focus is: "Row 27 of 50". */
function RowOf() {
  const store = useGridStore()
  const { t } = useOrderView()
  if (!isLong(store) || store.rows[store.focus.row]?.kind !== "item") return null
  return (
    <span className="text-ui-fg-base font-medium" data-row-of="">
      {t("grid.status.row", { row: store.focus.row, total: store.rows.length - NOT_ITEMS })}
      {" · "}
    </span>
  )
}

/** What the cell goes back to with Escape. */
function before(store: GridStore, row: GridRow | undefined, column: GridColumn | undefined): string {
  if (row?.kind !== "item" || column?.kind !== "money") return writeAmount(0n, store.as)
  const was = store.changes.wishAt(row.id, column.id) ?? store.before.cells.get(row.id, column.id)
  return writeAmount(was ?? 0n, store.as)
}

interface Excess {
  readonly amount: bigint
  readonly ofRow: bigint
  readonly ofColumn: bigint
}

function excessAt(
  { sheet: { excess }, tooMuch }: GridStore,
  row: GridRow | undefined,
  column: GridColumn | undefined,
): Excess | null {
  if (row?.kind !== "item" || column?.kind !== "money" || !tooMuch.has(cellName(row.id, column.id)))
    return null
  const [ofRow, ofColumn] = [excess.rows.get(row.id) ?? 0n, excess.columns.get(column.id) ?? 0n]
  const amount = ofRow > ofColumn ? ofRow : ofColumn
  return amount > 0n ? { amount, ofRow, ofColumn } : null
}

interface AtProps {
  row: GridRow
  column: GridColumn
}

/** How much is too much, of what, and the two ways back; it may stand while money is moved elsewhere. */
function TooMuch({ row, column, excess }: AtProps & { excess: Excess }) {
  const store = useGridStore()
  const labels = useLabels()
  const { t } = useOrderView()
  const value = valueAt(store.sheet, row, column) ?? 0n
  const without = (amount: bigint): bigint => (value > amount ? value - amount : 0n)
  const most = without(excess.amount)
  return (
    <output className="flex flex-wrap items-center gap-x-3 gap-y-1" data-too-much="">
      <strong className="text-ui-tag-red-text font-medium">
        {t("grid.status.tooMuch", { amount: labels.money(excess.amount) })}
      </strong>
      {excess.ofRow > 0n && (
        <span>
          {t("grid.status.owes", { row: labels.row(row), amount: labels.money(without(excess.ofRow)) })}
        </span>
      )}
      {excess.ofColumn > 0n && (
        <span>
          {t("grid.status.has", {
            column: labels.columnOn(column),
            amount: labels.money(without(excess.ofColumn)),
          })}
        </span>
      )}
      <Button
        size="small"
        variant="secondary"
        type="button"
        onClick={() => store.put([{ row: row.id, column: column.id, units: most }])}
      >
        {t("grid.status.use", { amount: labels.money(most) })} <Kbd>R</Kbd>
      </Button>
      <span className="txt-compact-xsmall basis-full">{t("grid.status.mayStand")}</span>
    </output>
  )
}

/** How many cells are selected and what they come to; null of a single one. */
function sumOf(
  { block: { top, bottom, left, right }, rows, columns, sheet }: GridStore,
  { t, money }: Pick<OrderView, "t"> & Pick<Labels, "money">,
): string | null {
  const count = (bottom - top + 1) * (right - left + 1)
  if (count < 2) return null
  const sum = rows
    .slice(top, bottom + 1)
    .flatMap((row) => columns.slice(left, right + 1).map((column) => valueAt(sheet, row, column) ?? 0n))
    .reduce((total, value) => total + value, 0n)
  return [t("grid.status.cells", { count }), t("grid.status.sum", { sum: money(sum) })].join(" · ")
}

function Place({ row, column }: { row: GridRow | undefined; column: GridColumn | undefined }) {
  const store = useGridStore()
  const labels = useLabels()
  const { t } = useOrderView()
  const sum = sumOf(store, { t, money: labels.money })
  if (sum !== null) return <>{sum}</>
  if (row?.kind !== "item" || !column || column.kind === "item")
    return <>{column ? labels.columnOn(column) : ""}</>
  const lock = store.lockAt(row, column)
  if (lock !== null && lock !== "read_only")
    return (
      <>
        <span className="text-ui-fg-base font-medium">{t("grid.locks.title")}.</span>{" "}
        {labels.lock(lock, column)}
      </>
    )
  const place = `${labels.columnOn(column)} × ${labels.row(row)}`
  const value = valueAt(store.sheet, row, column) ?? 0n
  const room = store.roomAt(row, column)
  const holds =
    value !== 0n
      ? labels.money(value)
      : column.kind !== "money"
        ? t("grid.says.empty")
        : room > 0n
          ? t("grid.status.empty", { room: labels.money(room) })
          : t("grid.status.noRoom")
  return (
    <>
      <span className="text-ui-fg-base font-medium">{place}</span> {holds}
    </>
  )
}
