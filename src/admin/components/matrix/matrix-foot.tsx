import { clx } from "@medusajs/ui"
import { useOrderView } from "../../hooks/use-order-view"
import { OpenAmount } from "./open-amount"
import { FIRST, LAST, NUMBER } from "./styles"

/** The totals row, then what each payment has left. */
export function MatrixFoot({ sticky }: { sticky: boolean }) {
  const { order, t, amount } = useOrderView()
  const total = clx(NUMBER, "bg-ui-bg-subtle txt-compact-small-plus")
  return (
    <tfoot className={clx(sticky && "sticky bottom-0 z-20 [&>tr:first-child>*]:border-t")}>
      <tr data-row="total">
        <th scope="row" className={clx(FIRST, "bg-ui-bg-subtle txt-compact-small-plus")}>
          {t("matrix.total")}
        </th>
        <td className={total}>{amount(order.totals.owed)}</td>
        {order.columns.map((column) => (
          <td key={column.id} className={total} data-cell={column.id}>
            {amount(column.on_this_order)}
          </td>
        ))}
        <td className={total}>{amount(order.totals.allocated)}</td>
        <OpenAmount value={order.totals.open} className={clx(LAST, "bg-ui-bg-subtle")} />
      </tr>
      <tr data-row="unallocated" className="bg-ui-bg-base">
        <th scope="row" className={FIRST}>
          {t("matrix.unallocated")}
        </th>
        <td className={NUMBER} />
        {order.columns.map((column) => (
          <OpenAmount key={column.id} value={column.unallocated} />
        ))}
        <OpenAmount value={order.totals.unallocated} />
        <td className={clx(NUMBER, LAST, "bg-ui-bg-base")} />
      </tr>
    </tfoot>
  )
}
