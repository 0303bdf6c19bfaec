import { clx } from "@medusajs/ui"
import type { MatrixRow } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { AmountCell } from "./amount-cell"

interface Line {
  key: string
  label: string
  date: string | null
  amount: string
}

/** How the row came to be worth what it is: what was first charged, then each change. */
export function AdjustmentRows({ row }: { row: MatrixRow }) {
  const { order, t, day } = useOrderView()
  const lines: Line[] = [
    { key: "first", label: t("matrix.firstCharged"), date: null, amount: row.amount },
    ...row.adjustments.map((change) => ({
      key: change.id,
      label: t(`kinds.${change.kind}`),
      date: day(change.occurred_on),
      amount: change.amount,
    })),
  ]
  const blanks = [...order.columns.map((column) => column.id), "total", "unallocated"]
  return (
    <>
      {lines.map((line) => (
        <tr key={line.key} data-adjustment={line.key} className="text-ui-fg-subtle txt-compact-xsmall">
          <th scope="row" className="reconciliation-first reconciliation-change bg-ui-bg-subtle">
            {line.label}
            {line.date && <span className="block">{line.date}</span>}
          </th>
          <AmountCell value={line.amount} className="bg-ui-bg-subtle" />
          {blanks.map((key) => (
            <AmountCell
              key={key}
              value={null}
              className={clx(key === "unallocated" && "reconciliation-last", "bg-ui-bg-subtle")}
            />
          ))}
        </tr>
      ))}
    </>
  )
}
