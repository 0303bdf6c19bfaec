import { Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useWords } from "../../../lib/use-words"
import { Segments } from "../../../ui/segments"
import { METHODS, type Method } from "../draft"

interface SharedFieldsProps {
  currency: string
  /** Whether the store has that currency, as far as that is known. */
  isKnown: boolean
  method: Method
  receivedOn: string
  today: string
  onCurrency: (currency: string) => void
  onMethod: (method: Method) => void
  onReceivedOn: (day: string) => void
}

/** What is the same for every row. */
export function SharedFields({ currency, isKnown, method, receivedOn, today, ...change }: SharedFieldsProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="reconciliation-payment-fields px-6 py-4">
      <div className="flex flex-col gap-y-1">
        <Label htmlFor={`${id}-currency`} size="small" weight="plus">
          {t("batch.currency")}
        </Label>
        <Input
          id={`${id}-currency`}
          value={currency}
          maxLength={3}
          autoComplete="off"
          aria-invalid={!isKnown || undefined}
          aria-describedby={`${id}-note`}
          data-currency=""
          onChange={({ target }) => change.onCurrency(target.value)}
        />
        <Text id={`${id}-note`} size="xsmall" className={isKnown ? "text-ui-fg-subtle" : "text-ui-fg-error"}>
          {t(isKnown ? "batch.currencyHow" : "batch.currencyUnknown")}
        </Text>
      </div>
      <div className="flex flex-col gap-y-1">
        <Label htmlFor={`${id}-day`} size="small" weight="plus">
          {t("payment.receivedOn")}
        </Label>
        <Input
          id={`${id}-day`}
          type="date"
          value={receivedOn}
          max={today}
          onChange={({ target }) => change.onReceivedOn(target.value)}
        />
      </div>
      <div data-wide="">
        <Segments
          label={t("payment.method")}
          shown
          options={METHODS.map((one) => ({ value: one, text: t(`methods.${one}`) }))}
          value={method}
          onChange={change.onMethod}
        />
      </div>
    </div>
  )
}
