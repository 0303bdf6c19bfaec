import { clx } from "@medusajs/ui"
import type { MatrixColumn } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { givenByPerson } from "../../../lib/because"
import { meansLabel } from "../../../lib/labels"
import { More } from "../../../ui/more"
import { StateSign } from "../../../ui/state-sign"
import { ColumnDetails } from "./column-details"

export function MatrixHead() {
  const { order, t } = useOrderView()
  const number = "bg-ui-bg-subtle text-ui-fg-subtle whitespace-nowrap"
  return (
    <thead>
      <tr>
        <th scope="col" className="reconciliation-first bg-ui-bg-subtle text-ui-fg-subtle">
          {t("matrix.item")}
        </th>
        <th scope="col" className={number}>
          {t("matrix.amount")}
        </th>
        {order.columns.map((column) => (
          <ColumnHead key={column.id} column={column} />
        ))}
        <th scope="col" className={number}>
          {t("matrix.total")}
        </th>
        <th scope="col" className={clx(number, "reconciliation-last")}>
          {t("matrix.open")}
        </th>
      </tr>
    </thead>
  )
}

function ColumnHead({ column }: { column: MatrixColumn }) {
  const { t, amount, day } = useOrderView()
  const kind = t(`kinds.${column.kind}`)
  const means = meansLabel(column, t)
  const date = day(column.occurred_on)
  return (
    <th
      scope="col"
      abbr={`${kind}, ${date}`}
      className="reconciliation-column bg-ui-bg-subtle"
      data-column={column.id}
    >
      <More
        stop
        title={t("details.column", { kind, date })}
        renderDetails={() => <ColumnDetails column={column} />}
        className="hover:bg-ui-bg-subtle-hover flex flex-col items-end gap-y-0.5"
      >
        <span className="txt-compact-small-plus reconciliation-clamp">{kind}</span>
        <span className="txt-compact-xsmall text-ui-fg-subtle whitespace-nowrap">{date}</span>
        <span className="txt-compact-xsmall text-ui-fg-subtle max-w-full truncate">
          {[means, givenByPerson(column.kind, column.reference)].filter(Boolean).join(" · ")}
        </span>
        <span className="txt-compact-small-plus whitespace-nowrap tabular-nums">
          {amount(column.on_this_order)}
        </span>
        <Share column={column} />
        <StateSign state={column.state} className="txt-compact-xsmall" />
      </More>
    </th>
  )
}

/** "of 300.00, 2 other orders": only when this order does not hold the whole amount. */
function Share({ column }: { column: MatrixColumn }) {
  const { t, amount } = useOrderView()
  const { orders } = column.elsewhere
  if (column.on_this_order === column.amount) {
    return null
  }
  const values = { amount: amount(column.amount), count: orders }
  return (
    <span className="txt-compact-xsmall text-ui-fg-subtle tabular-nums">
      {t(orders > 0 ? "matrix.shareWithOrders" : "matrix.share", values)}
    </span>
  )
}
