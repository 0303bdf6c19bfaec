import type { AllocationsPreview } from "../../../../types/http"
import { KeptMoves } from "../history/kept-moves"
import { endName, type HistorySpeech } from "../history/names"
import { OrderEffects } from "../history/order-effects"
import type { Deleted, Deletions } from "./deleted"

interface DeletionTableProps {
  deletions: Deletions
  preview: Pick<AllocationsPreview, "kept" | "orders">
  speech: HistorySpeech
  /** Whether the order of the items is to be named, where all are of one. */
  withOrder?: boolean
}

/** What goes, what goes with it, what stays and why, and what becomes of the orders. */
export function DeletionTable({ deletions, preview, speech, withOrder = false }: DeletionTableProps) {
  const { asked, withIt, isOfSeveral } = deletions
  const [order, ...others] = preview.orders
  const number = withOrder && order && others.length === 0 ? order.display_id : undefined
  return (
    <table className="reconciliation-outcome txt-compact-small" aria-label={speech.t("deletion.list")}>
      <tbody>
        <Rows rows={asked} word="deletion.deleted" isNamed={isOfSeveral} number={number} speech={speech} />
        <Rows rows={withIt} word="deletion.withIt" isNamed number={number} speech={speech} />
        <KeptMoves kept={preview.kept} speech={speech} withWord />
        <OrderEffects orders={preview.orders} speech={speech} span={2} />
      </tbody>
    </table>
  )
}

interface RowsProps {
  rows: readonly Deleted[]
  /** What becomes of them. */
  word: string
  /** Whether each says what it is taken off. */
  isNamed: boolean
  /** Of the order that they are all of, where it is to be said. */
  number: string | undefined
  speech: HistorySpeech
}

function Rows({ rows, word, isNamed, number, speech }: RowsProps) {
  return rows.map(({ key, item, money, amount }) => (
    <tr key={key} data-deleted={word}>
      <th scope="row">
        {endName(item, speech)}
        {(isNamed || number !== undefined) && (
          <span className="text-ui-fg-subtle txt-compact-xsmall block">
            {[number && `#${number}`, isNamed && endName(money, speech)].filter(Boolean).join(" · ")}
          </span>
        )}
      </th>
      <td className="font-medium tabular-nums">{speech.amount(amount)}</td>
      <td className="reconciliation-word text-ui-tag-red-text">{speech.t(word)}</td>
    </tr>
  ))
}
