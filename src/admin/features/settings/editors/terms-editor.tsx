import { ArrowUpMini, Plus, Trash } from "@medusajs/icons"
import { Button, IconButton } from "@medusajs/ui"
import { useState } from "react"
import { useWords } from "../../../lib/use-words"
import { Choice, Field } from "../../account/acts/fields"
import { choicesOf, useHostNames } from "./host-names"
import { KnownField } from "./known-field"
import { draftsOf, DUE_KINDS, NEW_RULE, optionOf, WHO, type DraftRule, type Who } from "./terms-rules"
import type { EditorProps } from "./types"

/** Rules of payment terms, the first that fits first: whose orders, and when they fall due. */
export function TermsEditor({ value, onChange }: EditorProps) {
  const { t } = useWords()
  const [rules, setRules] = useState(() => draftsOf(value))
  const set = (next: readonly DraftRule[]) => {
    setRules([...next])
    onChange(next.map(optionOf))
  }
  const named = (place: number) => `${t("settings.field.rule")} ${place + 1}`
  return (
    <>
      {rules.map((rule, place) => (
        // oxlint-disable-next-line no-array-index-key -- a rule is its place: nothing else names it
        <fieldset key={place} className="flex min-w-0 flex-col gap-y-2" data-terms-rule={place + 1}>
          <legend className="reconciliation-legend txt-compact-small-plus text-ui-fg-base">
            {named(place)}
            <span>
              {place > 0 && (
                <IconButton
                  size="small"
                  variant="transparent"
                  type="button"
                  aria-label={t("settings.field.up", { name: named(place) })}
                  onClick={() => set(raised(rules, place))}
                >
                  <ArrowUpMini aria-hidden />
                </IconButton>
              )}
              <IconButton
                size="small"
                variant="transparent"
                type="button"
                aria-label={t("settings.field.take", { name: named(place) })}
                onClick={() => set(rules.filter((_, at) => at !== place))}
              >
                <Trash aria-hidden />
              </IconButton>
            </span>
          </legend>
          <Whose rule={rule} onRule={(next) => set(rules.map((one, at) => (at === place ? next : one)))} />
          <When rule={rule} onRule={(next) => set(rules.map((one, at) => (at === place ? next : one)))} />
        </fieldset>
      ))}
      <Button
        size="small"
        variant="secondary"
        type="button"
        className="self-start"
        onClick={() => set([...rules, NEW_RULE])}
      >
        <Plus aria-hidden />
        {t("settings.field.addRule")}
      </Button>
    </>
  )
}

/** A list in which one goes before the one above it. */
const raised = <One,>(all: readonly One[], place: number): One[] => [
  ...all.slice(0, place - 1),
  ...all.slice(place, place + 1),
  ...all.slice(place - 1, place),
  ...all.slice(place + 1),
]

interface PartProps {
  readonly rule: DraftRule
  readonly onRule: (rule: DraftRule) => void
}

/** What the rule is for: every order, or what all of its lines name. */
function Whose({ rule, onRule }: PartProps) {
  const { t } = useWords()
  const lists = {
    customerGroups: choicesOf(useHostNames("customerGroups")),
    companies: undefined,
    providers: choicesOf(useHostNames("providers")),
    salesChannels: choicesOf(useHostNames("salesChannels")),
  }
  const kinds = WHO.map((who) => [who, t(`settings.field.${who}`)] as const)
  const set = (place: number, line: readonly [who: Who, id: string] | null) =>
    onRule({
      ...rule,
      who: [...rule.who.slice(0, place), ...(line ? [line] : []), ...rule.who.slice(place + 1)],
    })
  return (
    <>
      {[...rule.who, null].map((line, place) => (
        // oxlint-disable-next-line no-array-index-key -- a line is its place: what it names is chosen
        <div key={place} className="reconciliation-line">
          {(line !== null || place === 0 || rule.who[place - 1]?.[1]) && (
            <div>
              <Choice
                label={t(place === 0 ? "settings.field.appliesTo" : "settings.field.and")}
                value={line?.[0] ?? ""}
                choices={[["", place === 0 ? t("settings.field.every") : "–"], ...kinds]}
                onChange={(chosen) => {
                  const who = WHO.find((one) => one === chosen)
                  set(place, who ? [who, ""] : null)
                }}
              />
            </div>
          )}
          {line && (
            <KnownField
              label={t(`settings.field.${line[0]}`)}
              value={line[1]}
              choices={lists[line[0]]}
              onChange={(id) => set(place, [line[0], id])}
            />
          )}
        </div>
      ))}
    </>
  )
}

/** When what it is for falls due. */
function When({ rule, onRule }: PartProps) {
  const { t } = useWords()
  return (
    <>
      <Choice
        label={t("terms.kind")}
        value={rule.kind}
        choices={DUE_KINDS.map((kind) => [kind, t(`terms.kinds.${kind}`)])}
        onChange={(chosen) => onRule({ ...rule, kind: DUE_KINDS.find((one) => one === chosen) ?? "days" })}
      />
      <div className="reconciliation-pair">
        <Field
          label={t(`terms.daysOf.${rule.kind}`)}
          value={rule.days}
          inputMode="numeric"
          maxLength={4}
          onChange={(days) => onRule({ ...rule, days })}
        />
        {rule.kind === "end_of_month" && (
          <Field
            label={t("terms.dayOfNextMonth")}
            value={rule.on}
            inputMode="numeric"
            maxLength={2}
            hint={t("terms.endOfMonthHint")}
            onChange={(on) => onRule({ ...rule, on })}
          />
        )}
      </div>
    </>
  )
}
