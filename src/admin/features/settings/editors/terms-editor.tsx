import { useState } from "react"
import { useWords } from "../../../lib/use-words"
import { Choice, Field } from "../../account/acts/fields"
import { choicesOf, useHostNames } from "./host-names"
import { KnownField } from "./known-field"
import { RuleList } from "./rule-list"
import { draftsOf, DUE_KINDS, NEW_RULE, optionOf, WHO, type DraftRule, type Who } from "./terms-rules"
import type { EditorProps } from "./types"

/** Rules of payment terms, the first that fits first: whose orders, and when they fall due. */
export function TermsEditor({ value, onChange }: EditorProps) {
  const [rules, setRules] = useState(() => draftsOf(value))
  const set = (next: readonly DraftRule[]) => {
    setRules([...next])
    onChange(next.map(optionOf))
  }
  return (
    <RuleList rules={rules} fresh={NEW_RULE} onRules={set}>
      {(rule, onRule) => (
        <>
          <Whose rule={rule} onRule={onRule} />
          <When rule={rule} onRule={onRule} />
        </>
      )}
    </RuleList>
  )
}

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
