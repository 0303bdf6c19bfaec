import { clx, Text } from "@medusajs/ui"
import { useMemo, useRef, useState } from "react"
import { useArrowKeys } from "./use-arrow-keys"
import { useOrderView } from "../use-order-view"
import { indexCells } from "./cells"
import { MatrixFoot } from "./matrix-foot"
import { MatrixHead } from "./matrix-head"
import { MatrixRowGroup } from "./matrix-row"
import { ShowAll } from "./show-all"

/** Rows shown before "show all"; beyond it the card scrolls by itself, with its head and foot in sight. */
const SHOWN_ROWS = 50

/** Payments × items, read-only: each cell is the part of the item that the payment pays. */
export function Matrix() {
  const { order, t } = useOrderView()
  const table = useRef<HTMLTableElement>(null)
  const keys = useArrowKeys(table)
  const [all, setAll] = useState(false)
  const cells = useMemo(() => indexCells(order.cells), [order.cells])
  const rows = all ? order.rows : order.rows.slice(0, SHOWN_ROWS)
  const long = rows.length > SHOWN_ROWS
  const currency = order.currency_code.toUpperCase()
  return (
    <>
      <section
        aria-label={t("matrix.region")}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className={clx(
          "reconciliation-scroll focus-visible:shadow-borders-interactive-with-focus relative isolate overflow-auto outline-none",
          long && "reconciliation-long",
        )}
      >
        <table ref={table} {...keys} className="reconciliation-matrix txt-compact-small text-ui-fg-base">
          <caption className="sr-only">{t("matrix.caption", { id: order.display_id, currency })}</caption>
          <MatrixHead />
          <tbody>
            {rows.map((row) => (
              <MatrixRowGroup key={row.key} row={row} cells={cells} />
            ))}
          </tbody>
          <MatrixFoot />
        </table>
      </section>
      {order.columns.length === 0 && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle px-6 py-3">
          {t("matrix.noColumns")}
        </Text>
      )}
      {order.rows.length > SHOWN_ROWS && (
        <ShowAll all={all} shown={SHOWN_ROWS} total={order.rows.length} onToggle={() => setAll(!all)} />
      )}
    </>
  )
}
