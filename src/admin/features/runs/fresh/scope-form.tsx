import { RadioGroup } from "@medusajs/ui"
import { Choice, Field } from "../../account/acts/fields"
import { useCurrencies } from "../../lists/sought/use-choices"
import { useListSpeech } from "../../lists/use-list-speech"
import { ChoiceBox } from "../../../ui/choice-box"
import { faultsOf, STRATEGIES, type Draft } from "./draft"
import { WhoField } from "./who-field"

interface ScopeFormProps {
  readonly draft: Draft
  readonly change: (next: Partial<Draft>) => void
  readonly listed: number
  /** How many accounts there are; undefined while that is not known. */
  readonly all: number | undefined
  /** Today in the reader's place: no money came later. */
  readonly today: string
}

/**
 * Which accounts and which money a run is about, and by which rule it places. Its days are the browser's own fields: the host's
 * picker calls its parts by English names alone, and what is not filled in is too pale in the dark.
 */
export function ScopeForm({ draft, change, today, ...who }: ScopeFormProps) {
  const { t } = useListSpeech()
  const { data: currencies } = useCurrencies()
  const faults = faultsOf(draft)
  return (
    <div className="reconciliation-run-form" data-scope="">
      <WhoField draft={draft} change={change} {...who} />
      <div className="reconciliation-run-pair">
        <Field
          label={t("runs.fresh.from")}
          type="date"
          value={draft.from}
          max={draft.until || today}
          onChange={(from) => change({ from })}
        />
        <Field
          label={t("runs.fresh.until")}
          type="date"
          value={draft.until}
          {...(draft.from !== "" && { min: draft.from })}
          fault={faults.includes("daysTurned") ? t("runs.fresh.daysTurned") : null}
          onChange={(until) => change({ until })}
        />
      </div>
      <div className="reconciliation-run-pair">
        <Choice
          label={t("runs.fresh.currency")}
          value={draft.currency}
          onChange={(currency) => change({ currency })}
          choices={[
            ["", t("runs.fresh.anyCurrency")],
            ...(currencies ?? []).map((code) => [code, code.toUpperCase()] as const),
          ]}
        />
        <Field
          label={t("runs.fresh.limit")}
          inputMode="numeric"
          maxLength={9}
          value={draft.limit}
          unit={t("runs.fresh.limitUnit")}
          hint={t("runs.fresh.limitHint")}
          fault={faults.includes("limitWrong") ? t("runs.fresh.limitWrong") : null}
          onChange={(limit) => change({ limit })}
        />
      </div>
      <HowField draft={draft} change={change} />
    </div>
  )
}

/** By which rule it places. */
function HowField({ draft, change }: Pick<ScopeFormProps, "draft" | "change">) {
  const { t } = useListSpeech()
  return (
    <fieldset className="flex min-w-0 flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{t("runs.fresh.how")}</legend>
      <RadioGroup
        aria-label={t("runs.fresh.how")}
        className="gap-2"
        value={draft.isExact ? "exact" : "rule"}
        onValueChange={(how) => change({ isExact: how === "exact" })}
      >
        <ChoiceBox value="exact" label={t("runs.fresh.exact")} about={t("runs.fresh.exactText")} />
        <ChoiceBox value="rule" label={t("runs.fresh.rule")} about={t("runs.fresh.ruleText")} />
      </RadioGroup>
      {!draft.isExact && (
        <Choice
          label={t("runs.fresh.strategy")}
          value={draft.strategy}
          onChange={(strategy) => change({ strategy })}
          choices={[
            ["", t("runs.fresh.store")],
            ...STRATEGIES.map((name) => [name, t(`runs.fresh.strategies.${name}`)] as const),
          ]}
        />
      )}
    </fieldset>
  )
}
