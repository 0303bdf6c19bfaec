import { LockClosedSolid } from "@medusajs/icons"
import type { KeptMove } from "../../../../types/http"
import { endName, type HistorySpeech } from "./names"

interface KeptMovesProps {
  kept: readonly KeptMove[]
  speech: HistorySpeech
  /** Whether a column of the table says what becomes of each amount; else it is said below the item. */
  withWord?: boolean
  /** The number of the order that a row is of, where it is to be said. */
  numberOf?: (row: string | null) => string | undefined
}

/** Rows of a table: what stays whatever is asked for, and what would have to be done first. */
export function KeptMoves({ kept, speech, withWord, numberOf }: KeptMovesProps) {
  const stays = speech.t("takingBack.stays")
  return kept.map((move) => {
    const { allocation_id: id, debit, credit, amount, why } = move
    const item = debit.row === null ? credit : debit
    const number = numberOf?.(item.row)
    return (
      <tr key={id ?? `${move.credit_item_id} ${move.debit_item_id}`} data-kept={why}>
        <th scope="row">
          <LockClosedSolid aria-hidden className="text-ui-tag-blue-icon mr-1 inline" />
          {endName(item, speech)}
          <span className="text-ui-fg-subtle txt-compact-xsmall block">
            {!withWord && `${stays} · `}
            {number !== undefined && `#${number} · `}
            {speech.t(`takingBack.kept.${why}`)}
          </span>
        </th>
        <td className="text-ui-fg-subtle tabular-nums">{speech.amount(amount)}</td>
        {withWord && <td className="reconciliation-word text-ui-fg-subtle">{stays}</td>}
      </tr>
    )
  })
}
