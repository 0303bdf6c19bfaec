import type { SettingValue } from "../../../../types/http"
import { decimalWords } from "../../../lib/decimal-words"
import { useWords } from "../../../lib/use-words"
import { Field, Tick } from "./fields"
import { Lines } from "./lines"
import { decimalTyped, numberOf, partsOf, textOf, type EditorProps } from "./types"

/** The options that are pairs, by the labels of their keys and values. */
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  salesChannelStrategies: ["channel", "rule"],
  firstReceipts: ["series", "number"],
  paymentMethods: ["provider", "method"],
}

/** Keys with what each stands for. */
export function PairsEditor({ setting: { name }, seen, value, onChange }: EditorProps) {
  const { t } = useWords()
  const of = name === "firstReceipts" ? numberOf : (typed: string): SettingValue => typed
  return (
    <Lines
      labels={(PAIRS[name] ?? []).map((label) => t(`settings.field.${label}`))}
      lines={Object.entries(partsOf(value)).map(([key, one]) => [key, textOf(one)])}
      among={name === "salesChannelStrategies" ? seen.strategies : undefined}
      onChange={(lines) =>
        onChange(Object.fromEntries(lines.map(([key = "", one = ""]) => [key.trim(), of(one.trim())])))
      }
    />
  )
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
  return (
    <>
      <Lines
        labels={[t("settings.field.currency"), t("settings.field.amount"), t("settings.field.percent")]}
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
        labels={[t("settings.field.currency"), t("settings.field.above")]}
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
