import { Text } from "@medusajs/ui"
import type {
  AllocationExplanation,
  MatrixCell,
  MatrixRow,
  OrderReconciliation,
} from "../../../../types/http"
import { becauseOf, rowTitle, ruleLabel } from "../../../lib/because"
import type { Words } from "../../../lib/use-words"
import type { HistorySpeech } from "../history/names"
import { isPlannedFor } from "./why"
import { byReason, type Missed } from "./why-not"

interface BecauseProps {
  explanation: AllocationExplanation
  speech: HistorySpeech & Words
}

/** Why a part of the amount is there, by which rule, and when that was. */
export function Because({ explanation, speech }: BecauseProps) {
  const { t, moment } = speech
  const { rule, origin, recorded_at: at } = explanation
  const facts = [ruleLabel(rule, speech), t(`origins.${origin}`), at === null ? null : moment(at)]
  return (
    <div data-because="">
      <Text size="small" className="break-words">
        {becauseOf(explanation, speech)}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle mt-1">
        {facts.filter(Boolean).join(" · ")}
      </Text>
    </div>
  )
}

interface AnswersProps {
  cell: MatrixCell
  order: OrderReconciliation
  missed: readonly Missed[]
  speech: HistorySpeech
}

/** Why other items got nothing, and why the money did not wait. */
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
