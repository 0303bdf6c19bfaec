import { ArrowUpMini, Plus, Trash } from "@medusajs/icons"
import { Button, IconButton } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useWords } from "../../../lib/use-words"

interface RuleListProps<Rule> {
  readonly rules: readonly Rule[]
  /** What a rule that is added begins as. */
  readonly fresh: Rule
  readonly onRules: (rules: readonly Rule[]) => void
  /** The fields of one. */
  readonly children: (rule: Rule, set: (next: Rule) => void) => ReactNode
}

/** Rules of which the first that fits decides: each can be moved up or taken away, and one more added. */
export function RuleList<Rule>({ rules, fresh, onRules, children }: RuleListProps<Rule>) {
  const { t } = useWords()
  // What is typed belongs to its rule, wherever that is moved.
  const [keys, setKeys] = useState(() => rules.map((_, place) => place))
  const both = (way: <One>(all: readonly One[]) => One[]) => {
    setKeys(way(keys))
    onRules(way(rules))
  }
  const named = (place: number) => `${t("settings.field.rule")} ${place + 1}`
  return (
    <>
      {rules.map((rule, place) => (
        <fieldset key={keys[place]} className="flex min-w-0 flex-col gap-y-2" data-rule-place={place + 1}>
          <legend className="reconciliation-legend txt-compact-small-plus text-ui-fg-base">
            {named(place)}
            <span>
              {place > 0 && (
                <IconButton
                  size="small"
                  variant="transparent"
                  type="button"
                  aria-label={t("settings.field.up", { name: named(place) })}
                  onClick={() => both((all) => raised(all, place))}
                >
                  <ArrowUpMini aria-hidden />
                </IconButton>
              )}
              <IconButton
                size="small"
                variant="transparent"
                type="button"
                aria-label={t("settings.field.take", { name: named(place) })}
                onClick={() => both((all) => all.filter((_, at) => at !== place))}
              >
                <Trash aria-hidden />
              </IconButton>
            </span>
          </legend>
          {children(rule, (next) => onRules(rules.map((one, at) => (at === place ? next : one))))}
        </fieldset>
      ))}
      <Button
        size="small"
        variant="secondary"
        type="button"
        className="self-start"
        onClick={() => {
          setKeys([...keys, Math.max(-1, ...keys) + 1])
          onRules([...rules, fresh])
        }}
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
