import type { MatrixColumn, OrderReconciliation } from "../../../../types/http"
import { IS_MONEY, moneyName, type HistorySpeech } from "../history/names"
import { ofThis } from "../history/of-this"

type Order = Pick<OrderReconciliation, "columns" | "display_id">
/** Ids of columns; all of the order's when undefined. */
type Named = readonly string[] | undefined

const columnsOf = ({ columns }: Order, named: Named): MatrixColumn[] =>
  columns.filter(({ id }) => named?.includes(id))

/** "Delete the allocations of this cheque?" */
export function titleOf(order: Order, named: Named, speech: HistorySpeech): string {
  const { t } = speech
  const columns = columnsOf(order, named)
  const [only] = columns
  if (!named) return t("deletion.all", { id: order.display_id })
  return columns.length === 1 && only
    ? t("deletion.one", { ofThis: ofThis(only, speech) })
    : t("deletion.some", { count: columns.length })
}

/** "Cheque CHQ 7315, 500.00." of one payment; nothing of several, nor of what is no money that came. */
export function whatOf(order: Order, named: Named, speech: HistorySpeech): string {
  const columns = columnsOf(order, named)
  const [only] = columns
  if (columns.length !== 1 || !only) return ""
  const { kind, ...column } = only
  if (kind === "credit" || !IS_MONEY.has(kind)) return ""
  const what = moneyName({ ...column, kind, side: "credit", row: null, title: null }, speech)
  return speech.t("deletion.of", { what, amount: speech.amount(only.amount) })
}
