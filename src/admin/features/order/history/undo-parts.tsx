import { Text } from "@medusajs/ui"
import type { AllocationsPreview, HistoryEntry } from "../../../../types/http"
import { KeptMoves } from "./kept-moves"
import type { HistorySpeech } from "./names"
import { OrderEffects } from "./order-effects"
import { outcomeOf } from "./outcome"

interface RestingProps {
  act: "undo" | "redo"
  /** Null stands for what is not shown here. */
  resting: readonly (HistoryEntry | null)[]
  /** What a change did, in one line. */
  sentenceOf: (entry: HistoryEntry) => string
  speech: HistorySpeech
}

/** The later changes that are moved back with what is undone. */
export function Resting({ act, resting, sentenceOf, speech }: RestingProps) {
  return (
    <>
      <ul className="flex list-none flex-col gap-y-1" data-resting="">
        {resting.flatMap((later) =>
          later === null ? (
            []
          ) : (
            <li key={later.id} className="txt-compact-small break-words">
              {sentenceOf(later)}
            </li>
          ),
        )}
      </ul>
      <Text size="small" className="text-ui-fg-subtle">
        {speech.t(`takingBack.${act}.together`)} {speech.t("takingBack.remain")}
      </Text>
    </>
  )
}

/** What is open, unapplied or paid again, what stays, and what becomes of the orders. */
export function Outcome({ preview, speech }: { preview: AllocationsPreview; speech: HistorySpeech }) {
  const lines = outcomeOf(preview, speech)
  return (
    <table className="reconciliation-outcome txt-compact-small" aria-label={speech.t("takingBack.changes")}>
      <tbody>
        {lines.map(({ key, text, amount }) => (
          <tr key={key}>
            <th scope="row">{text}</th>
            <td className="font-medium tabular-nums">{speech.amount(amount)}</td>
          </tr>
        ))}
        <KeptMoves kept={preview.kept} speech={speech} />
        <OrderEffects orders={preview.orders} speech={speech} />
      </tbody>
    </table>
  )
}
