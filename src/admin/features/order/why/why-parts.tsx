import { Text } from "@medusajs/ui"
import type {
  AllocationExplanation,
  MatrixCell,
  MatrixRow,
  OrderReconciliation,
} from "../../../../types/http"
import { ruleLabel } from "../../../lib/because"
import { rowTitle } from "../../../lib/names"
import type { Words } from "../../../lib/use-words"
import { whoOf } from "../history/causes"
import type { HistorySpeech } from "../history/names"
import { isSought, useHistory, useReadUntil } from "../history/use-history"
import { isPlannedFor } from "./why"
import { byReason, type Missed } from "./why-not"

interface MadeByProps {
  order: OrderReconciliation
  explanations: readonly AllocationExplanation[]
  speech: HistorySpeech & Words
}

/** By which rule each part of the amount is there, who put it there, when, and in which entry of the history. */
function MadeBy({ order, explanations, speech }: MadeByProps) {
  const { t, moment } = speech
  const history = useHistory(order.id)
  useReadUntil(history, { allocation: explanations[0]?.allocation_id ?? undefined })
  const { entries, error } = history
  return explanations.map(({ allocation_id: id, rule, origin, recorded_at: at }, place) => {
    const entry = id === null ? undefined : entries?.find((one) => isSought(one, { allocation: id }))
    const isInferred = origin === "backfill"
    const facts = [
      ruleLabel(rule, speech),
      isInferred || (!entry && (entries || error)) ? t(`origins.${origin}`) : null,
      entry ? whoOf(entry, speech) : null,
      at === null ? null : moment(at),
      entry ? t("whyHere.entry", { id: entry.id }) : null,
    ]
    return (
      <Text key={id ?? place} size="xsmall" className="text-ui-fg-subtle break-words" data-made-by="">
        {facts.filter(Boolean).join(" · ")}
      </Text>
    )
  })
}

interface AnswersProps {
  cell: MatrixCell
  order: OrderReconciliation
  missed: readonly Missed[]
  speech: HistorySpeech & Words
}

/** Why other items got nothing, why the money did not wait, and who put it there. */
export function Answers({ cell, order, missed, speech }: AnswersProps) {
  const { t } = speech
  return (
    <div className="reconciliation-answers border-ui-border-base border-t">
      {byReason(missed).map(({ why, rows }) => (
        <Answer key={why} ask={t("whyHere.whyNot", { items: namesOf(rows, speech) })}>
          {t(`whyHere.reasons.${why}`, { count: rows.length })}
        </Answer>
      ))}
      {isPlannedFor(cell, order) && (
        <Answer ask={t("whyHere.instalments.ask")}>{t("whyHere.instalments.answer")}</Answer>
      )}
      <MadeBy order={order} explanations={cell.explanations} speech={speech} />
    </div>
  )
}

function Answer({ ask, children }: { ask: string; children: string }) {
  return (
    <Text size="xsmall" className="break-words">
      <span className="text-ui-fg-base font-medium">{ask}</span>{" "}
      <span className="text-ui-fg-subtle">{children}</span>
    </Text>
  )
}

/** "Insured parcel", "Insured parcel and Strings", "Insured parcel and 3 more". */
function namesOf(rows: readonly MatrixRow[], { t }: HistorySpeech): string {
  const [one = "", other = ""] = rows.map(({ key, title }) => rowTitle(key, title, t))
  if (rows.length < 2) return one
  return rows.length === 2
    ? t("whyHere.names.two", { one, other })
    : t("whyHere.names.more", { one, count: rows.length - 1 })
}
