import { clx } from "@medusajs/ui"
import { useOrderView } from "../use-order-view"
import { AmountCell } from "./amount-cell"
import { OpenAmount } from "./open-amount"

const TOTAL = "bg-ui-bg-subtle reconciliation-strong"

/** The totals row, then what each payment has left. */
export function MatrixFoot() {
  const { order, t } = useOrderView()
  return (
    <tfoot>
      <tr data-row="total">
        <th scope="row" className={clx("reconciliation-first", TOTAL)}>
          {t("matrix.total")}
        </th>
        <AmountCell value={order.totals.owed} className={TOTAL} />
        {order.columns.map((column) => (
          <AmountCell key={column.id} value={column.on_this_order} className={TOTAL} />
        ))}
        <AmountCell value={order.totals.allocated} className={TOTAL} />
        <OpenAmount value={order.totals.open} className={"reconciliation-last bg-ui-bg-subtle"} />
      </tr>
      <tr data-row="unallocated" className="bg-ui-bg-base">
        <th scope="row" className="reconciliation-first bg-ui-bg-base">
          {t("matrix.unallocated")}
        </th>
        <AmountCell value={null} />
        {order.columns.map((column) => (
          <OpenAmount key={column.id} value={column.unallocated} />
        ))}
        <OpenAmount value={order.totals.unallocated} />
        <AmountCell value={null} className={"reconciliation-last bg-ui-bg-base"} />
      </tr>
    </tfoot>
  )
}
