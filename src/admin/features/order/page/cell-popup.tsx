import { Button, Popover, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { cellOf } from "../grid/cell-of"
import type { GridStore } from "../grid/grid-store"
import type { Ask } from "../grid/grid-typing"
import type { GridColumn, GridRow } from "../grid/layout"
import { useGridStore } from "../grid/use-grid"
import { useLabels } from "../grid/use-labels"
import type { Lock } from "../grid/views"
import { ColumnDetails } from "./column-details"
import { useOrderView } from "../use-order-view"
import { WhyPanel } from "../why/why-panel"

interface CellPopupProps {
  ask: Ask | null
  onClose: () => void
  onShowHistory: (allocation?: string) => void
}

/** What is asked about the cell that has the focus: why, why not, what of it. Esc goes back into the grid. */
export function CellPopup({ ask, onClose, onShowHistory }: CellPopupProps) {
  const store = useGridStore()
  const { t } = useOrderView()
  const [row, column] = [store.rows[store.focus.row], store.columns[store.focus.column]]
  const anchor = useMemo(() => ({ current: ask ? cellAt(row, column) : null }), [ask, row, column])
  /** Back into the grid, unless an amount is being typed there by now. */
  const goBack = (event: Event) => {
    event.preventDefault()
    store.enter()
    if (store.mode === "navigate") cellAt(row, column)?.focus()
  }
  return (
    <Popover open={ask !== null} onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      {ask && row && column && (
        <Popover.Content
          aria-label={ask.what === "menu" ? t("grid.menu.label") : t("grid.locks.title")}
          className="p-0"
          collisionPadding={12}
          onCloseAutoFocus={goBack}
          data-cell-popup={ask.what}
        >
          <Asked
            ask={ask}
            row={row}
            column={column}
            onClose={onClose}
            store={store}
            onShowHistory={onShowHistory}
          />
        </Popover.Content>
      )}
    </Popover>
  )
}

const cellAt = (row: GridRow | undefined, column: GridColumn | undefined): HTMLElement | null =>
  row && column ? cellOf({ row: row.id, column: column.id }) : null

interface AskedProps {
  ask: Ask
  row: GridRow
  column: GridColumn
  store: GridStore
  onClose: () => void
  onShowHistory: (allocation?: string) => void
}

function Asked({ ask, row, column, store, onClose, onShowHistory }: AskedProps) {
  const { order } = useOrderView()
  if (ask.what === "menu") return <CellMenu store={store} onClose={onClose} />
  if (column.kind === "money" && row.kind === "head") return <ColumnDetails column={column.column} />
  const cell = order.cells.find((one) => one.row === row.id && one.column === column.id)
  const lock = store.lockAt(row, column)
  if (ask.what === "why" && cell && column.kind === "money")
    return (
      <WhyPanel
        cell={cell}
        order={order}
        onClose={onClose}
        mayManage={store.canEdit}
        onUndoAmount={
          lock === null || lock === "no_right"
            ? () => {
                onClose()
                store.put([{ row: row.id, column: column.id, units: store.boundAt(row, column) }])
              }
            : undefined
        }
        onShowHistory={(allocation) => {
          onClose()
          onShowHistory(allocation ?? undefined)
        }}
      />
    )
  return <Reason lock={lock} row={row} column={column} store={store} />
}

function Reason({
  lock,
  row,
  column,
  store,
}: Pick<AskedProps, "row" | "column" | "store"> & { lock: Lock | null }) {
  const { t } = useOrderView()
  const labels = useLabels()
  const held = store.holdAt(row, column)
  const text =
    lock !== null
      ? labels.lock(lock, column)
      : held !== null
        ? t(`grid.locks.${held}`, { amount: labels.money(store.boundAt(row, column)) })
        : labels.cell(store.cell(row, column), column)
  return (
    <Text size="small" className="p-3" style={{ width: 280 }}>
      {lock !== null && <strong className="font-medium">{t("grid.locks.title")}. </strong>}
      {text}
    </Text>
  )
}

function CellMenu({ store, onClose }: Pick<AskedProps, "store" | "onClose">) {
  const { t } = useOrderView()
  const acts: [string, () => void][] = [
    ["edit", () => store.startEdit()],
    ["fill", () => store.fill()],
    ["clear", () => store.clear()],
    ["why", () => store.ask({ what: "why" })],
  ]
  return (
    <div role="menu" aria-label={t("grid.menu.label")} className="flex flex-col p-1" style={{ width: 200 }}>
      {acts.map(([name, act]) => (
        <Button
          key={name}
          role="menuitem"
          size="small"
          variant="transparent"
          type="button"
          className="justify-start"
          onClick={() => {
            onClose()
            act()
          }}
        >
          {t(`grid.menu.${name}`)}
        </Button>
      ))}
    </div>
  )
}
