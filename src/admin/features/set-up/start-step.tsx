import { InformationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { SeriesView } from "../../../types/http"
import { auditPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { Choice, Field } from "../account/acts/fields"
import { Column, type StepProps } from "./column"
import { settingOf } from "./use-settings"

/** When it begins: the first day, the time zone of days, and the numbers of receipts that go on. */
export function StartStep({ desk, settings }: StepProps) {
  const { t } = useWords()
  const { draft, change } = desk
  const goLive = settingOf("goLive", draft.start, settings)
  const zone = settingOf("timeZone", draft.start, settings)
  const zoneName = typeof zone.value === "string" ? zone.value : "UTC"
  const set = (name: string, value: unknown) => change("start", { ...draft.start, [name]: value })
  const fixed = (isLocked: boolean, hint: string): string => (isLocked ? t("setUp.fixed") : hint)
  return (
    <Column desk={desk} title={t("setUp.start.title")} about={t("setUp.start.about")}>
      <div className="reconciliation-set-up-pair">
        <fieldset disabled={goLive.isLocked}>
          <Field
            label={t("setUp.start.goLive")}
            type="date"
            value={typeof goLive.value === "string" ? goLive.value : ""}
            hint={fixed(goLive.isLocked, t("setUp.start.goLiveHint"))}
            onChange={(day) => set("goLive", day === "" ? null : day)}
          />
        </fieldset>
        <fieldset disabled={zone.isLocked}>
          <div className="flex min-w-0 flex-col gap-y-1">
            <Choice
              label={t("setUp.start.zone")}
              value={zoneName}
              onChange={(name) => set("timeZone", name)}
              choices={zonesWith(zoneName).map((name) => [name, name.replaceAll("_", " ")])}
            />
            <Text size="xsmall" className="text-ui-fg-subtle">
              {fixed(zone.isLocked, t("setUp.start.zoneHint"))}
            </Text>
          </div>
        </fieldset>
      </div>
      <Numbers desk={desk} settings={settings} />
      <div className="reconciliation-set-up-note">
        <InformationCircle aria-hidden className="text-ui-fg-subtle" />
        <div className="min-w-0">
          <Text size="small" weight="plus">
            {t("setUp.start.auditTitle")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t("setUp.start.audit")}{" "}
            <Link to={auditPath} className="reconciliation-link" data-to-audit="">
              {t("setUp.start.toAudit")}
            </Link>
          </Text>
        </div>
      </div>
    </Column>
  )
}

const zonesWith = (current: string): string[] => [
  ...new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")]),
]

/** With which number each series of this year goes on. */
function Numbers({ desk, settings }: StepProps) {
  const { draft, change } = desk
  const { value, isLocked } = settingOf("firstReceipts", draft.start, settings)
  const first = (value ?? {}) as Readonly<Record<string, number>>
  const set = (series: string, number: number | null) => {
    const { [series]: _, ...others } = first
    const next = number === null ? others : { ...others, [series]: number }
    change("start", { ...draft.start, firstReceipts: next })
  }
  return (
    <fieldset disabled={isLocked}>
      <div className="reconciliation-set-up-pair">
        {settings.receipts.map((one, place) => (
          <FirstNumber
            key={one.series}
            one={one}
            isCredit={place > 0}
            first={first[one.series]}
            onSet={(number) => set(one.series, number)}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface FirstNumberProps {
  readonly one: SeriesView
  readonly isCredit: boolean
  readonly first: number | undefined
  /** Null where the series goes on by itself. */
  readonly onSet: (number: number | null) => void
}

const LARGEST_NUMBER = 99_999_999

function FirstNumber({ one, isCredit, first, onSet }: FirstNumberProps) {
  const { t } = useWords()
  const [text, setText] = useState(first === undefined ? String(one.last + 1) : String(first))
  const number = /^\d{1,8}$/.test(text.trim()) ? Number(text) : 0
  const isWrong = number < 1 || number > LARGEST_NUMBER
  return (
    <Field
      label={`${t(isCredit ? "setUp.start.credits" : "setUp.start.receipts")} (${one.series})`}
      inputMode="numeric"
      maxLength={8}
      value={text}
      hint={t("setUp.start.receiptsHint", { year: one.series.split("-")[1] ?? "", number: one.next })}
      fault={isWrong ? t("setUp.start.wrongNumber") : null}
      onChange={(typed) => {
        setText(typed)
        const said = /^\d{1,8}$/.test(typed.trim()) ? Number(typed) : 0
        if (said >= 1) onSet(said === one.last + 1 ? null : said)
      }}
    />
  )
}
