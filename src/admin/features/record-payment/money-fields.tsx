import { Input, Label, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"
import type { DecimalString, InstalmentView } from "../../../types/http"
import { useToday } from "../../lib/use-today"
import { Segments } from "../../ui/segments"
import { METHODS, typedAmount, type Draft } from "./draft"
import { leftOf, waiting } from "./proposal"
import type { PaymentSpeech } from "./speech"

/** As the server takes them. */
const LONGEST_REFERENCE = 200
const LONGEST_NOTE = 500

interface MoneyFieldsProps {
  draft: Draft
  speech: PaymentSpeech
  /** What the order owes that was asked for. */
  open: DecimalString | undefined
  instalments: readonly InstalmentView[]
  onChange: (change: Partial<Draft>) => void
  onInstalment: (id: string) => void
}

/** How much came, when, by what, and what for. */
export function MoneyFields({ draft, speech, open, onChange, ...planned }: MoneyFieldsProps) {
  const { t, amount } = speech
  const today = useToday()
  const typed = typedAmount(draft.amount, speech.as)
  const [next] = waiting(planned.instalments)
  const fault = typed.kind === "fault" ? t(`payment.faults.${typed.fault}`) : null
  return (
    <div className="reconciliation-payment-fields px-6 py-4">
      <Field
        label={t("payment.amountIn", { currency: speech.as.currencyCode })}
        error={fault}
        hint={
          next
            ? t("payment.nextIs", { amount: amount(leftOf(next)) })
            : open && t("payment.orderOpen", { amount: amount(open) })
        }
      >
        {(field) => (
          <Input
            {...field}
            value={draft.amount}
            inputMode="decimal"
            autoComplete="off"
            className="reconciliation-figure-field"
            data-amount-field=""
            // Other money is another question; so is another method or reference.
            onChange={({ target }) => onChange({ amount: target.value, isAnother: false })}
          />
        )}
      </Field>
      <Field label={t("payment.receivedOn")}>
        {(field) => (
          <Input
            {...field}
            type="date"
            value={draft.receivedOn}
            max={today}
            onChange={({ target }) => onChange({ receivedOn: target.value })}
          />
        )}
      </Field>
      <div data-narrow-wide="">
        <Segments
          label={t("payment.method")}
          shown
          options={METHODS.map((method) => ({ value: method, text: t(`methods.${method}`) }))}
          value={draft.method}
          onChange={(method) => onChange({ method, isAnother: false })}
        />
      </div>
      <TextFields draft={draft} speech={speech} onChange={onChange}>
        <InstalmentField draft={draft} speech={speech} {...planned} />
      </TextFields>
    </div>
  )
}

interface TextFieldsProps extends Pick<MoneyFieldsProps, "draft" | "speech" | "onChange"> {
  children: ReactNode
}

function TextFields({ draft, speech: { t }, onChange, children }: TextFieldsProps) {
  return (
    <>
      <Field label={t("payment.reference")} wide>
        {(field) => (
          <Input
            {...field}
            value={draft.reference}
            maxLength={LONGEST_REFERENCE}
            autoComplete="off"
            onChange={({ target }) => onChange({ reference: target.value, isAnother: false })}
          />
        )}
      </Field>
      {children}
      <Field label={t("payment.note")} wide>
        {(field) => (
          <Input
            {...field}
            value={draft.note}
            maxLength={LONGEST_NOTE}
            autoComplete="off"
            placeholder={t("payment.optional")}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        )}
      </Field>
    </>
  )
}

type PlannedProps = Pick<MoneyFieldsProps, "draft" | "speech" | "instalments" | "onInstalment">

/** Which planned payment it is, where the order has some that are not paid. */
function InstalmentField({ draft, speech, instalments, onInstalment }: PlannedProps) {
  const { t, amount, day } = speech
  const id = useId()
  const expected = waiting(instalments)
  if (expected.length === 0) return null
  return (
    <div className="flex flex-col gap-y-1" data-wide="">
      <Label htmlFor={id} size="small" weight="plus">
        {t("payment.instalment")}
      </Label>
      <select
        id={id}
        value={draft.instalmentId}
        className="txt-compact-small bg-ui-bg-field text-ui-fg-base shadow-borders-base focus-visible:shadow-borders-interactive-with-active h-8 w-full rounded-md px-2 outline-none"
        onChange={({ target }) => onInstalment(target.value)}
      >
        <option value="">{t("payment.dueFirst")}</option>
        {expected.map((one) => (
          <option key={one.id} value={one.id}>
            {t("payment.instalmentOf", { date: day(one.due_on), amount: amount(leftOf(one)) })}
          </option>
        ))}
      </select>
    </div>
  )
}

interface FieldProps {
  label: string
  hint?: string | undefined
  error?: string | null
  wide?: boolean
  children: (field: { id: string; "aria-invalid"?: true; "aria-describedby"?: string }) => ReactNode
}

function Field({ label, hint, error, wide, children }: FieldProps) {
  const id = useId()
  const described = error || hint ? { "aria-describedby": `${id}-note` } : {}
  return (
    <div className="flex min-w-0 flex-col gap-y-1" {...(wide && { "data-narrow-wide": "" })}>
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      {children({ id, ...described, ...(error && { "aria-invalid": true as const }) })}
      {(error ?? hint) && (
        <Text
          id={`${id}-note`}
          size="xsmall"
          className={error ? "text-ui-fg-error" : "text-ui-fg-subtle tabular-nums"}
        >
          {error ?? hint}
        </Text>
      )}
    </div>
  )
}
