import { Input, Label, Text } from "@medusajs/ui"
import { useId, type InputHTMLAttributes } from "react"
import type { DecimalString } from "../../../../types/http"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import { readAmount, writeAmount } from "../../../lib/amount-text"
import { amountTextOf } from "../../../lib/amount-text-of"
import { useAccountView } from "../use-account-view"

type FieldProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "min" | "max" | "maxLength" | "inputMode"
> & {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What to write, below the field. */
  readonly hint?: string | undefined
  /** What is counted in it, after the field. */
  readonly unit?: string | undefined
  /** What is wrong with it; it takes the place of the hint. */
  readonly fault?: string | null | undefined
  /** Whether it is an amount, which stands at the end of its field. */
  readonly isFigure?: boolean
}

/** One line to write in, with its name above and what is wrong with it below. */
export function Field({ label, value, onChange, hint, fault, unit, isFigure, ...input }: FieldProps) {
  const [id, told] = [useId(), useId()]
  const said = fault ?? hint
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      <div className="flex items-center gap-x-2">
        <Input
          id={id}
          size="small"
          autoComplete="off"
          value={value}
          aria-invalid={fault ? true : undefined}
          aria-describedby={said ? told : undefined}
          className={isFigure ? "reconciliation-figure-field" : undefined}
          onChange={({ target }) => onChange(target.value)}
          {...input}
        />
        {unit !== undefined && (
          <Text as="span" size="small" className="text-ui-fg-subtle">
            {unit}
          </Text>
        )}
      </div>
      {said && (
        <Text
          id={told}
          size="xsmall"
          className={fault ? "text-ui-tag-red-text" : "text-ui-fg-subtle"}
          aria-live="polite"
        >
          {said}
        </Text>
      )}
    </div>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly choices: readonly (readonly [value: string, label: string])[]
}

/** One of some; the browser's own list, which every keyboard and reader knows. */
export function Choice({ label, value, onChange, choices }: SelectProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="reconciliation-select txt-compact-small bg-ui-bg-field text-ui-fg-base shadow-borders-base focus-visible:shadow-borders-interactive-with-focus rounded-md outline-none"
      >
        {choices.map(([one, called]) => (
          <option key={one} value={one}>
            {called}
          </option>
        ))}
      </select>
    </div>
  )
}

interface TypedAmount {
  /** As it is written in the field. */
  readonly text: string
  readonly setText: (text: string) => void
  /** A decimal string above zero; null while it is none, or too much. */
  readonly amount: DecimalString | null
  readonly fault: string | null
}

/** What somebody types as an amount of the account's currency, at most so much. */
export function typedAmount(
  { text, setText, most }: { text: string; setText: (text: string) => void; most: DecimalString },
  { account, locale, t, amount: written }: ReturnType<typeof useAccountView>,
): TypedAmount {
  const read = readAmount(text, amountTextOf(locale, account))
  if (read.kind !== "amount" || read.units < 0n)
    return { text, setText, amount: null, fault: text.trim() === "" ? null : t("account.drawer.wrongAmount") }
  if (read.units > minorUnitsOf(most, account.digits))
    return { text, setText, amount: null, fault: t("account.drawer.tooMuch", { amount: written(most) }) }
  return { text, setText, amount: decimalOf(read.units, account.digits), fault: null }
}

/** An amount as the field begins with it. */
export function useWrittenAmount(value: DecimalString): string {
  const { account, locale } = useAccountView()
  return writeAmount(minorUnitsOf(value, account.digits), amountTextOf(locale, account))
}

export function AmountField({ typed, most }: { typed: TypedAmount; most: DecimalString }) {
  const { t, account, amount } = useAccountView()
  return (
    <Field
      label={t("account.drawer.amountIn", { currency: account.currency_code.toUpperCase() })}
      value={typed.text}
      onChange={typed.setText}
      inputMode="decimal"
      isFigure
      hint={t("account.drawer.atMost", { amount: amount(most) })}
      fault={typed.fault}
    />
  )
}

export function WhyField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useAccountView()
  return (
    <Field
      label={t("account.drawer.reason")}
      value={value}
      onChange={onChange}
      maxLength={500}
      hint={t("account.drawer.reasonNeeded")}
    />
  )
}
