import { Text } from "@medusajs/ui"
import { useState } from "react"
import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { SetUpExamples } from "../../../../types/http"
import { useMay } from "../../../lib/use-may"
import { useWords } from "../../../lib/use-words"
import { Field } from "../../account/acts/fields"
import { amountOf, writtenAmount, NEW_ROW, type Currencies } from "../opening/rows"
import type { StepProps } from "../column"
import { settingOf } from "../use-settings"
import { ExampleBox, Source, Title, useAmounts } from "./examples"
import type { Examples } from "./use-examples"

interface Limit {
  readonly amount: string
  readonly percent: number
}

interface WriteOff {
  readonly limits?: Readonly<Record<string, Limit>>
}

/** A share of the order for a shop that never said one. */
const USUAL_PERCENT = 5

/** Up to how much a rest may be written off by anybody, in each currency. */
export function SmallDifferences({ desk, settings, examples }: StepProps & { readonly examples: Examples }) {
  const { t } = useWords()
  const may = useMay("write_off")
  const { value, isLocked } = settingOf("writeOff", desk.draft.rules, settings)
  const writeOff = (value ?? {}) as WriteOff
  const limits = writeOff.limits ?? {}
  const { currencies } = desk.saved.shop
  const set = (code: string, amount: string | null) => {
    const { [code]: before, ...others } = limits
    const percent = before?.percent ?? USUAL_PERCENT
    const next = amount === null ? others : { ...others, [code]: { amount, percent } }
    desk.change("rules", { ...desk.draft.rules, writeOff: { ...writeOff, limits: next } })
  }
  const percent = Object.values(limits)[0]?.percent ?? USUAL_PERCENT
  return (
    <section className="reconciliation-set-up-rule" data-rule="writeOff">
      <div className="flex min-w-0 flex-col gap-y-2">
        <div>
          <h2 className="txt-compact-small-plus text-ui-fg-base">{t("setUp.rules.rest.title")}</h2>
          <Text size="small" className="text-ui-fg-subtle">
            {t("setUp.rules.rest.about")}
          </Text>
          {(isLocked || !may) && (
            <Text size="small" className="text-ui-tag-orange-text">
              {isLocked ? t("setUp.fixed") : t("noRight.needs", { right: t("rights.write_off") })}
            </Text>
          )}
        </div>
        <fieldset disabled={isLocked || !may}>
          <div className="reconciliation-set-up-pair">
            {currencies.map(({ code }) => (
              <LimitField
                key={code}
                code={code}
                currencies={currencies}
                limit={limits[code]?.amount ?? ""}
                onSet={(amount) => set(code, amount)}
              />
            ))}
          </div>
        </fieldset>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("setUp.rules.rest.percent", { percent })}
        </Text>
      </div>
      <RestExample examples={examples} limits={limits} />
    </section>
  )
}

interface LimitFieldProps {
  readonly code: string
  readonly currencies: Currencies
  /** A decimal string; "" where nothing is written off. */
  readonly limit: string
  readonly onSet: (amount: string | null) => void
}

function LimitField({ code, currencies, limit, onSet }: LimitFieldProps) {
  const { t, locale } = useWords()
  const typing = { locale, currencies }
  const [text, setText] = useState(() =>
    writtenAmount({ ...NEW_ROW, id: code, currency_code: code, amount: limit }, typing),
  )
  const [isWrong, setWrong] = useState(false)
  return (
    <Field
      label={code.toUpperCase()}
      inputMode="decimal"
      maxLength={20}
      value={text}
      fault={isWrong ? t("setUp.rules.rest.wrong") : null}
      onChange={(typed) => {
        setText(typed)
        const amount = amountOf(typed, code, typing)
        const isAmount = /^\d+(\.\d+)?$/.test(amount)
        setWrong(typed.trim() !== "" && !isAmount)
        if (typed.trim() === "") onSet(null)
        else if (isAmount) onSet(amount)
      }}
    />
  )
}

function RestExample({
  examples,
  limits,
}: {
  readonly examples: Examples
  readonly limits: Readonly<Record<string, Limit>>
}) {
  const { t } = useWords()
  const amounts = useAmounts()
  const { rest } = examples.data ?? {}
  return (
    <ExampleBox examples={examples}>
      {rest && (
        <>
          <Title>
            {rest.made_up
              ? t("setUp.rules.rest.exampleMadeUp", { amount: amounts(rest)(rest.missing) })
              : t("setUp.rules.rest.example", { amount: amounts(rest)(rest.missing), id: rest.display_id })}
          </Title>
          <Text size="small" className="text-ui-fg-subtle">
            {outcomeOf(rest, limits, { t, amount: amounts(rest) })}
          </Text>
          {rest.made_up && <Source order={rest} words="order" />}
        </>
      )}
    </ExampleBox>
  )
}

/** What the limit of its currency lets anybody do with it; of what is made up, the first limit there is. */
function outcomeOf(
  rest: SetUpExamples["rest"],
  limits: Readonly<Record<string, Limit>>,
  { t, amount }: { t: ReturnType<typeof useWords>["t"]; amount: (value: string) => string },
): string {
  const limit = rest.made_up ? Object.values(limits)[0] : limits[rest.currency_code]
  if (!limit) return t("setUp.rules.rest.none")
  const most = minorUnitsOf(limit.amount, Math.max(rest.digits, limit.amount.split(".")[1]?.length ?? 0))
  const missing = minorUnitsOf(rest.missing, Math.max(rest.digits, limit.amount.split(".")[1]?.length ?? 0))
  return missing <= most
    ? t("setUp.rules.rest.settled")
    : t("setUp.rules.rest.approval", { limit: amount(limit.amount) })
}
