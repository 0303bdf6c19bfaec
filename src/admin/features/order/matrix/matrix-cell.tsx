import type { MatrixCell } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { More } from "../../../ui/more"
import { Explanations } from "./explanations"

interface MatrixCellViewProps {
  cell: MatrixCell
  /** Of the column: payment, refund … */
  kind: string
  /** Of the row. */
  title: string
}

/** What a column pays of a row, and behind it why. */
export function MatrixCellView({ cell, kind, title }: MatrixCellViewProps) {
  const { t, amount } = useOrderView()
  const kindWord = t(`kinds.${kind}`)
  const value = amount(cell.amount)
  return (
    <td data-cell={cell.column}>
      <More
        stop
        className="reconciliation-amount"
        title={t("explanation.title", { amount: value, kind: kindWord })}
        renderDetails={() => <Explanations cell={cell} kind={kindWord} title={title} />}
      >
        {value}
        <span className="sr-only">, {t("matrix.why")}</span>
      </More>
    </td>
  )
}
