import type { MatrixRow } from "../../../../types/http"
import { useOrderView } from "../use-order-view"

/** What an item's amount is made of: what was first charged, and each change since. */
export function AdjustmentLines({ row, span }: { row: MatrixRow; span: number }) {
  const { t, amount, day } = useOrderView()
  const lines = [
    { id: "first", label: t("matrix.firstCharged"), value: row.amount },
    ...row.adjustments.map(({ id, kind, occurred_on: on, amount: value }) => ({
      id,
      label: t("grid.columnOn", { column: t(`kinds.${kind}`), date: day(on) }),
      value,
    })),
  ]
  return (
    <>
      {lines.map(({ id, label, value }) => (
        <tr key={id} className="reconciliation-fold-line text-ui-fg-subtle">
          <th scope="row" className="reconciliation-item reconciliation-change">
            {label}
          </th>
          <td className="reconciliation-amount-column tabular-nums">{amount(value)}</td>
          <td colSpan={span} aria-label={t("grid.says.empty")} />
        </tr>
      ))}
    </>
  )
}
