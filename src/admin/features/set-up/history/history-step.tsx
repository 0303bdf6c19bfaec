import { InformationCircle } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import { useMemo, useState } from "react"
import type { StartRunBody } from "../../../../types/http"
import { useSettled } from "../../../lib/use-settled"
import { useWords } from "../../../lib/use-words"
import { Field } from "../../account/acts/fields"
import { Refusal } from "../../order/history/refusal"
import { Working } from "../../order/history/working"
import { counted } from "../../runs/run-words"
import { useRunPreview } from "../../runs/use-run-preview"
import { untilOf } from "../draft"
import { Column, type StepProps } from "../column"
import { minutesFor } from "./pace"
import { WouldComeIn } from "./would-come-in"

const INFERRED = "\u0000"

/** Orders from before go-live: which, and what would come in of them. */
export function HistoryStep({ desk }: StepProps) {
  const { t, day } = useWords()
  const { draft, saved, change } = desk
  const { history } = draft
  const { first_order_on: first } = saved.shop
  const until = untilOf(draft)
  const isTurned = history.since !== "" && until !== "" && history.since > until
  const [before = "", after = ""] = t("setUp.history.about", { inferred: INFERRED }).split(INFERRED)
  const about = (
    <>
      {before}
      <Badge size="2xsmall" color="purple">
        {t("setUp.history.inferred")}
      </Badge>
      {after}
    </>
  )
  const run = saved.done.history
  return (
    <Column desk={desk} title={t("setUp.history.title")} about={about}>
      <div className="reconciliation-set-up-pair">
        <Field
          label={t("setUp.history.since")}
          type="date"
          value={history.since}
          {...(until !== "" && { max: until })}
          hint={
            first === null ? t("setUp.history.sinceNone") : t("setUp.history.sinceHint", { date: day(first) })
          }
          fault={isTurned ? t("setUp.history.turned") : null}
          onChange={(since) => change("history", { ...history, since })}
        />
        <Field
          label={t("setUp.history.until")}
          type="date"
          value={until}
          hint={t("setUp.history.untilHint")}
          onChange={(last) => change("history", { ...history, until: last })}
        />
      </div>
      {run ? (
        <Text size="small" className="text-ui-tag-green-text">
          {t("setUp.history.started", { id: run.run_id })}
        </Text>
      ) : (
        <Preview since={history.since} until={until} isTurned={isTurned} />
      )}
    </Column>
  )
}

interface PreviewProps {
  readonly since: string
  readonly until: string
  readonly isTurned: boolean
}

function Preview({ since, until, isTurned }: PreviewProps) {
  const body: StartRunBody | null = isTurned
    ? null
    : { kind: "backfill", ...(since !== "" && { from: since }), ...(until !== "" && { until }) }
  const said = body && JSON.stringify(body)
  const settled = useSettled(said)
  if (said === null || settled !== said) return <Working />
  return <Asked key={settled} said={settled} />
}

/** What the preview of these days says, and how long the work would take at its pace. */
function Asked({ said }: { readonly said: string }) {
  const words = useWords()
  const { t } = words
  const asked = useMemo(() => JSON.parse(said) as StartRunBody, [said])
  const [began] = useState(() => Date.now())
  const preview = useRunPreview("runs/preview", asked)
  const { outlook, error, at, isWorking } = preview
  if (error && !outlook) return <Refusal error={error} right="view" onRetry={preview.again} />
  if (!outlook) return <Working />
  const done = outlook.counts.done + outlook.counts.failed
  const total = outlook.isWhole ? done : (outlook.inScope ?? done)
  const minutes = minutesFor(total, { done, milliseconds: at - began })
  return (
    <>
      <WouldComeIn preview={preview} outlook={outlook} />
      {total > 0 && !isWorking && (
        <div className="reconciliation-set-up-note" data-takes={minutes}>
          <InformationCircle aria-hidden className="text-ui-fg-subtle" />
          <div>
            <Text size="small" weight="plus">
              {t("setUp.history.takes", {
                time: counted(words, "setUp.history.minutes", { count: minutes }),
              })}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {t("setUp.history.takesText")}
            </Text>
          </div>
        </div>
      )}
    </>
  )
}
