import { TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { memo } from "react"
import { StateIcon } from "../../../ui/state-icon"
import { STATE_COLOR } from "../../../ui/state-sign"
import { useOrderView } from "../use-order-view"
import { useFocused } from "./grid-cell"
import type { GridColumn, GridRow } from "./layout"
import { linesBeneath } from "./lines-beneath"
import { stateOfRow } from "./row-state"
import { useCell, useGrid, useGridStore } from "./use-grid"
import { Quantity } from "./quantity"
import { useLabels } from "./use-labels"

const ITEM: GridColumn = { id: "item", kind: "item" }

interface ItemCellProps {
  row: GridRow
  isUnfolded: boolean
  onToggle: () => void
}

/** The head of a row: the item, how it stands, and a button for what its amount is made of. */
export const ItemCell = memo(function ItemCell({ row, isUnfolded, onToggle }: ItemCellProps) {
  const view = useCell(row, ITEM)
  const store = useGridStore()
  const labels = useLabels()
  const { t } = useOrderView()
  const element = useFocused<HTMLTableCellElement>(view)
  const state = useGrid(({ sheet }) => stateOfRow(sheet, row.id))
  const title = labels.row(row)
  const folds = row.kind === "item" && linesBeneath(row.row) > 0
  const Fold = isUnfolded ? TriangleDownMini : TriangleRightMini
  return (
    <th
      ref={element}
      scope="row"
      tabIndex={view.isFocused ? 0 : -1}
      data-row={row.id}
      data-column="item"
      aria-colindex={1}
      aria-selected={view.isFocused || view.isSelected}
      aria-expanded={folds ? isUnfolded : undefined}
      className={clx(
        "reconciliation-item",
        view.isFocused && "reconciliation-focus",
        view.isSelected && "reconciliation-selected",
        row.kind !== "item" && "reconciliation-strong",
      )}
    >
      <span className="reconciliation-title">
        {folds ? (
          <button
            type="button"
            tabIndex={-1}
            className="reconciliation-fold-button"
            aria-label={t("grid.partsOf", { title })}
            aria-expanded={isUnfolded}
            onClick={() => {
              store.enter()
              onToggle()
            }}
          >
            <Fold aria-hidden />
          </button>
        ) : (
          row.kind === "item" && <span aria-hidden className="reconciliation-fold-button" />
        )}
        {row.kind === "item" && (
          <StateIcon state={state} className={clx(STATE_COLOR[state], "reconciliation-icon")} />
        )}
        <span className="truncate" title={title}>
          {title}
        </span>
        {row.kind === "item" && <Quantity row={row.row} />}
        {row.kind === "item" && <span className="sr-only">, {t(`states.${state}.short`)}</span>}
      </span>
    </th>
  )
})
