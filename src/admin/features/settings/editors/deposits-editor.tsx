import { Text } from "@medusajs/ui"
import { useState } from "react"
import { decimalWords } from "../../../lib/decimal-words"
import { useWords } from "../../../lib/use-words"
import { Choice } from "../../account/acts/fields"
import { depositOption, depositsOf, NEW_DEPOSIT, OF, type DraftDeposit } from "./deposit-rules"
import { Field } from "./fields"
import { choicesOf, useHostNames } from "./host-names"
import { KnownField } from "./known-field"
import { Lines } from "./lines"
import { RuleList } from "./rule-list"
import { textOf, type EditorProps } from "./types"

/** Rules of down payments, the first that fits first: of which products, how much at once, and when the rest falls due. */
export function DepositsEditor({ value, onChange }: EditorProps) {
  const { locale } = useWords()
  const [rules, setRules] = useState(() => depositsOf(value, (one) => decimalWords(textOf(one), locale)))
  const set = (next: readonly DraftDeposit[]) => {
    setRules([...next])
    onChange(next.map(depositOption))
  }
  return (
    <RuleList rules={rules} fresh={NEW_DEPOSIT} onRules={set}>
      {(rule, onRule) => (
        <>
          <What rule={rule} onRule={onRule} />
          <Down rule={rule} onRule={onRule} />
          <Rest rule={rule} onRule={onRule} />
        </>
      )}
    </RuleList>
  )
}

interface PartProps {
  readonly rule: DraftDeposit
  readonly onRule: (rule: DraftDeposit) => void
}

/** Of which products. */
function What({ rule, onRule }: PartProps) {
  const { t } = useWords()
  const lists = {
    product: choicesOf(useHostNames("products")),
    type: choicesOf(useHostNames("productTypes")),
    collection: choicesOf(useHostNames("collections")),
    category: choicesOf(useHostNames("categories")),
  }
  return (
    <div className="reconciliation-line">
      <div>
        <Choice
          label={t("settings.field.appliesTo")}
          value={rule.of}
          choices={OF.map((of) => [of, t(`settings.field.${of}`)])}
          onChange={(chosen) =>
            onRule({ ...rule, of: OF.find((one) => one === chosen) ?? "product", id: "" })
          }
        />
      </div>
      <KnownField
        key={rule.of}
        label={t(`settings.field.${rule.of}`)}
        value={rule.id}
        choices={lists[rule.of]}
        onChange={(id) => onRule({ ...rule, id })}
      />
    </div>
  )
}

/** How much at once. */
function Down({ rule, onRule }: PartProps) {
  const { t } = useWords()
  const currencies = choicesOf(useHostNames("currencies"))
  return (
    <>
      <div className="reconciliation-line">
        <div>
          <Choice
            label={t("settings.field.down")}
            value={rule.down}
            choices={[
              ["percent", t("settings.field.downPercent")],
              ["amount", t("settings.field.downAmount")],
            ]}
            onChange={(chosen) => onRule({ ...rule, down: chosen === "amount" ? "amount" : "percent" })}
          />
        </div>
        {rule.down === "percent" && (
          <Field
            label={t("settings.field.downPercent")}
            value={rule.percent}
            inputMode="decimal"
            onChange={(percent) => onRule({ ...rule, percent })}
          />
        )}
      </div>
      {rule.down === "amount" && (
        <Lines
          fields={[[t("settings.field.currency"), currencies], [t("settings.field.amount")]]}
          lines={rule.amounts}
          onChange={(amounts) => onRule({ ...rule, amounts })}
        />
      )}
    </>
  )
}

/** When the rest falls due. */
function Rest({ rule, onRule }: PartProps) {
  const { t } = useWords()
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="xsmall" weight="plus">
        {t("settings.field.rest")}
      </Text>
      <Lines
        fields={[[t("settings.field.afterDays")], [t("settings.field.share")]]}
        lines={rule.schedule}
        onChange={(schedule) => onRule({ ...rule, schedule })}
      />
    </div>
  )
}
