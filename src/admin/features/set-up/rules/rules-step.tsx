import { RadioGroup, Text } from "@medusajs/ui"
import type { ComponentType } from "react"
import { useWords } from "../../../lib/use-words"
import { ChoiceBox } from "../../../ui/choice-box"
import { Column, type StepProps } from "../column"
import { settingOf } from "../use-settings"
import { CheckoutExample, LaterExample, RefundExample, type ExampleProps } from "./examples"
import { SmallDifferences } from "./small-differences"
import { useExamples, type Examples } from "./use-examples"

/** How money finds its items, each rule beside an example of the shop's own orders. */
export function RulesStep({ desk, settings }: StepProps) {
  const { t } = useWords()
  const examples = useExamples()
  const rule = { desk, settings }
  return (
    <Column desk={desk} title={t("setUp.rules.title")} about={t("setUp.rules.about")}>
      <Rule
        {...rule}
        name="strategy"
        words="strategy"
        choices={["line_order", "pro_rata", "component_priority"]}
        examples={examples}
        example={CheckoutExample}
      />
      <Rule
        {...rule}
        name="unappliedMoney"
        words="later"
        choices={["checkout_only", "exact_match", "oldest_first"]}
        examples={examples}
        example={LaterExample}
      />
      <SmallDifferences {...rule} examples={examples} />
      <Rule
        {...rule}
        name="refundLines"
        words="refund"
        choices={["newest_first", "pro_rata"]}
        examples={examples}
        example={RefundExample}
      />
    </Column>
  )
}

interface RuleProps extends StepProps {
  /** Of the setting. */
  readonly name: string
  /** Where its words are. */
  readonly words: "strategy" | "later" | "refund"
  /** The first one is recommended. */
  readonly choices: readonly string[]
  readonly examples: Examples
  readonly example: ComponentType<ExampleProps>
}

function Rule({ desk, settings, name, words, choices, examples, example: Example }: RuleProps) {
  const { t } = useWords()
  const { value, isLocked } = settingOf(name, desk.draft.rules, settings)
  const chosen = typeof value === "string" ? value : ""
  const key = `setUp.rules.${words}`
  const isOwn = chosen !== "" && !choices.includes(chosen)
  return (
    <section className="reconciliation-set-up-rule" data-rule={name}>
      <div className="flex min-w-0 flex-col gap-y-2">
        <div>
          <h2 className="txt-compact-small-plus text-ui-fg-base">{t(`${key}.title`)}</h2>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`${key}.about`)}
          </Text>
          {isLocked && (
            <Text size="small" className="text-ui-tag-orange-text">
              {t("setUp.fixed")}
            </Text>
          )}
        </div>
        <RadioGroup
          aria-label={t(`${key}.title`)}
          className="gap-2"
          disabled={isLocked || !desk.mayManage}
          value={chosen}
          onValueChange={(next) => desk.change("rules", { ...desk.draft.rules, [name]: next })}
        >
          {choices.map((choice, place) => (
            <ChoiceBox
              key={choice}
              value={choice}
              label={t(`${key}.${choice}`)}
              about={t(`${key}.${choice}Text`)}
              badge={place === 0 ? t("setUp.recommended") : undefined}
            />
          ))}
          {isOwn && (
            <ChoiceBox
              value={chosen}
              label={t("setUp.rules.strategy.own", { name: chosen })}
              about={t("setUp.rules.strategy.ownText")}
            />
          )}
        </RadioGroup>
      </div>
      <Example examples={examples} chosen={chosen} />
    </section>
  )
}
