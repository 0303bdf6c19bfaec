import type { AllocationsPreview } from "../../../../types/http"
import { KeptMoves } from "../history/kept-moves"
import { endName, type HistorySpeech } from "../history/names"
import { OrderEffects } from "../history/order-effects"
import { numbersIn, type Deleted, type Deletions, type NumberOf } from "./deleted"

interface DeletionTableProps {
  deletions: Deletions
  preview: Pick<AllocationsPreview, "kept" | "orders">
  speech: HistorySpeech
  /** Whether the order of each item is to be named. */
  withOrder?: boolean
}

/** What goes, what goes with it, what stays and why, and what becomes of the orders. */
export function DeletionTable({ deletions, preview, speech, withOrder = false }: DeletionTableProps) {
  const { asked, withIt, isOfSeveral } = deletions
  const numberOf = withOrder ? numbersIn(preview.orders) : () => undefined
  return (
    <table className="reconciliation-outcome txt-compact-small" aria-label={speech.t("deletion.list")}>
      <tbody>
        <Rows
          rows={asked}
          word="deletion.deleted"
          isNamed={isOfSeveral}
          numberOf={numberOf}
          speech={speech}
        />
        <Rows rows={withIt} word="deletion.withIt" isNamed numberOf={numberOf} speech={speech} />
        <KeptMoves kept={preview.kept} speech={speech} withWord numberOf={numberOf} />
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
  /** The number of the order that a row is of, where it is to be said. */
  numberOf: NumberOf
  speech: HistorySpeech
}

function Rows({ rows, word, isNamed, numberOf, speech }: RowsProps) {
  return rows.map(({ key, item, money, amount }) => {
    const number = numberOf(item.row)
    const said = [number && `#${number}`, isNamed && endName(money, speech)].filter(Boolean)
    return (
      <tr key={key} data-deleted={word}>
        <th scope="row">
          {endName(item, speech)}
          {said.length > 0 && (
            <span className="text-ui-fg-subtle txt-compact-xsmall block">{said.join(" · ")}</span>
          )}
        </th>
        <td className="font-medium tabular-nums">{speech.amount(amount)}</td>
        <td className="reconciliation-word text-ui-tag-red-text">{speech.t(word)}</td>
      </tr>
    )
  })
}
