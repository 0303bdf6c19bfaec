import { clx } from "@medusajs/ui"
import { rowTitle } from "../../../lib/names"
import type { HistorySpeech } from "../history/names"
import type { Steps } from "./why"

interface StepsTableProps extends Steps {
  /** Whether money went out: then items gave, and took nothing. */
  isGiving: boolean
  speech: HistorySpeech
}

/** Which items the money reached, with what each had open then, and below them those that it did not. */
export function StepsTable({ steps, missed, isGiving, speech }: StepsTableProps) {
  const { t, amount } = speech
  return (
    <table className="reconciliation-steps txt-compact-xsmall" aria-label={t("whyHere.steps")}>
      <thead className="text-ui-fg-subtle">
        <tr>
          <th scope="col">{t("whyHere.item")}</th>
          <th scope="col">{t(isGiving ? "whyHere.couldGive" : "whyHere.openThen")}</th>
          <th scope="col">{t(isGiving ? "whyHere.gave" : "whyHere.took")}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ key, row, openThen, took, isAsked }, place) => (
          <tr
            key={key}
            aria-current={isAsked || undefined}
            className={clx(isAsked && "bg-ui-bg-highlight font-medium")}
          >
            <th scope="row">
              <Name number={`${place + 1}`} name={rowTitle(row.key, row.title, t)} />
            </th>
            <td className="text-ui-fg-subtle">{amount(openThen)}</td>
            <td>{amount(took)}</td>
          </tr>
        ))}
        {missed.map(({ row }) => (
          <tr key={row.key} className="text-ui-fg-subtle">
            <th scope="row">
              <Name number="" name={rowTitle(row.key, row.title, t)} />
            </th>
            <td colSpan={2}>
              <span aria-hidden>–</span>
              <span className="sr-only">{t("whyHere.none")}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The number of a step stands before its item, however many lines that has. */
function Name({ number, name }: { number: string; name: string }) {
  return (
    <span className="flex gap-x-2">
      <span className="reconciliation-number text-ui-fg-subtle">{number}</span>
      <span className="min-w-0">{name}</span>
    </span>
  )
}
