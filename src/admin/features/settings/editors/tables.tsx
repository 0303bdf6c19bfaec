import type { SettingValue } from "../../../../types/http"
import { decimalWords } from "../../../lib/decimal-words"
import { useWords } from "../../../lib/use-words"
import { Field, Tick } from "./fields"
import { choiceWords } from "../value-words"
import { choicesOf, useHostNames } from "./host-names"
import { Lines, type LineField } from "./lines"
import { decimalTyped, numberOf, partsOf, textOf, type EditorProps } from "./types"

interface PairsProps extends Pick<EditorProps, "value" | "onChange"> {
  readonly fields: readonly [key: LineField, value: LineField]
  readonly read?: (typed: string) => SettingValue
}

const asTyped = (typed: string): SettingValue => typed

/** Keys with what each stands for. */
function Pairs({ fields, value, onChange, read = asTyped }: PairsProps) {
  return (
    <Lines
      fields={fields}
      lines={Object.entries(partsOf(value)).map(([key, one]) => [key, textOf(one)])}
      onChange={(lines) =>
        onChange(Object.fromEntries(lines.map(([key = "", one = ""]) => [key.trim(), read(one.trim())])))
      }
    />
  )
}

/** Sales channels with the rule that each goes by. */
export function ChannelsEditor({ seen, ...of }: EditorProps) {
  const words = useWords()
  const { t } = words
  const channels = choicesOf(useHostNames("salesChannels"))
  const rules = seen.strategies.map((rule) => [rule, choiceWords(words, "strategy", rule)] as const)
  return (
    <Pairs
      {...of}
      fields={[
        [t("settings.field.salesChannels"), channels],
        [t("settings.field.rule"), rules],
      ]}
    />
  )
}

/** Series with the number that each begins with. */
export function SeriesEditor(of: EditorProps) {
  const { t } = useWords()
  return (
    <Pairs {...of} fields={[[t("settings.field.series")], [t("settings.field.number")]]} read={numberOf} />
  )
}

/** Payment providers with what their money came by. */
export function ProvidersEditor(of: EditorProps) {
  const { t } = useWords()
  const providers = choicesOf(useHostNames("providers"))
  return <Pairs {...of} fields={[[t("settings.field.providers"), providers], [t("settings.field.method")]]} />
}

/** Up to which amounts small rests are written off, above which a second person decides, and what follows by itself. */
export function WriteOffEditor({ value, onChange }: EditorProps) {
  const { t, locale } = useWords()
  const parts = partsOf(value)
  const set = (more: Record<string, SettingValue>) => onChange({ ...parts, ...more })
  const written = (one: SettingValue | undefined): string => decimalWords(textOf(one), locale)
  const limits = Object.entries(partsOf(parts["limits"])).map(([currency, limit]) => {
    const { amount, percent } = partsOf(limit)
    return [currency, written(amount), written(percent)]
  })
  const accounts = partsOf(parts["accounts"])
  const inCurrency: LineField = [t("settings.field.currency"), choicesOf(useHostNames("currencies"))]
  return (
    <>
      <Lines
        fields={[inCurrency, [t("settings.field.amount")], [t("settings.field.percent")]]}
        lines={limits}
        onChange={(lines) =>
          set({
            limits: Object.fromEntries(
              lines.map(([currency = "", amount = "", percent = ""]) => [
                currency.trim().toLowerCase(),
                { amount: decimalTyped(amount), percent: numberOf(decimalTyped(percent)) },
              ]),
            ),
          })
        }
      />
      <Lines
        fields={[inCurrency, [t("settings.field.above")]]}
        lines={Object.entries(partsOf(parts["approvalAbove"])).map(([key, one]) => [key, written(one)])}
        onChange={(lines) =>
          set({
            approvalAbove: Object.fromEntries(
              lines.map(([currency = "", amount = ""]) => [
                currency.trim().toLowerCase(),
                decimalTyped(amount),
              ]),
            ),
          })
        }
      />
      {(["automatic", "hostCreditLine"] as const).map((name) => (
        <Tick
          key={name}
          label={t(`settings.field.${name}`)}
          value={parts[name] === true}
          onChange={(ticked) => set({ [name]: ticked })}
        />
      ))}
      {(["loss", "gain", "bankCharges", "cashDiscount"] as const).map((name) => (
        <Field
          key={name}
          label={t(`settings.field.${name}`)}
          value={textOf(accounts[name])}
          onChange={(typed) => {
            const { [name]: _, ...others } = accounts
            set({ accounts: typed.trim() === "" ? others : { ...others, [name]: typed.trim() } })
          }}
        />
      ))}
    </>
  )
}
