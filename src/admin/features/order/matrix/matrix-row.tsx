import { TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { memo, useState } from "react"
import type { MatrixRow } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { rowTitle } from "../../../lib/because"
import { cellAt, type CellsByPlace } from "./cells"
import { StateSign } from "../../../ui/state-sign"
import { AdjustmentRows } from "./adjustment-rows"
import { AmountCell } from "./amount-cell"
import { MatrixCellView } from "./matrix-cell"
import { OpenAmount } from "./open-amount"

interface MatrixRowProps {
  row: MatrixRow
  cells: CellsByPlace
}

/** One item, with the changes of its price folded beneath. */
export const MatrixRowGroup = memo(function MatrixRowGroup({ row, cells }: MatrixRowProps) {
  const { order, t } = useOrderView()
  const [open, setOpen] = useState(false)
  const title = rowTitle(row.key, row.title, t)
  return (
    <>
      <tr data-row={row.key}>
        <th scope="row" className="reconciliation-first bg-ui-bg-base">
          <span className="reconciliation-clamp break-words" title={title}>
            {title}
          </span>
          <span className="txt-compact-xsmall text-ui-fg-subtle mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <StateSign state={row.state} />
            {row.adjustments.length > 0 && (
              <FoldButton
                count={row.adjustments.length}
                title={title}
                open={open}
                onToggle={() => setOpen(!open)}
              />
            )}
          </span>
        </th>
        <AmountCell value={row.net} />
        {order.columns.map(({ id, kind }) => {
          const cell = cellAt(cells, row.key, id)
          return cell ? (
            <MatrixCellView key={id} cell={cell} kind={kind} title={title} />
          ) : (
            <AmountCell key={id} value={null} />
          )
        })}
        <AmountCell value={row.allocated} className="reconciliation-strong" />
        <OpenAmount value={row.open} className="reconciliation-last bg-ui-bg-base" />
      </tr>
      {open && <AdjustmentRows row={row} />}
    </>
  )
})

interface FoldButtonProps {
  count: number
  title: string
  open: boolean
  onToggle: () => void
}

function FoldButton({ count, title, open, onToggle }: FoldButtonProps) {
  const { t } = useOrderView()
  const Icon = open ? TriangleDownMini : TriangleRightMini
  return (
    <button
      type="button"
      data-stop=""
      tabIndex={-1}
      aria-expanded={open}
      onClick={onToggle}
      className="reconciliation-fold hover:text-ui-fg-base focus-visible:shadow-borders-interactive-with-focus inline-flex items-center rounded outline-none"
    >
      <Icon aria-hidden />
      {t("matrix.changes", { count })}
      <span className="sr-only"> {t("matrix.changesOf", { title })}</span>
    </button>
  )
}
