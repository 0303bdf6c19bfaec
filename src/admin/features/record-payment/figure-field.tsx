import { Input } from "@medusajs/ui"
import { useState } from "react"
import { typedAmount } from "./draft"
import type { PaymentSpeech } from "./speech"

interface FigureFieldProps {
  label: string
  /** What stands there while nobody types in it. */
  shown: string
  speech: PaymentSpeech
  onType: (text: string) => void
}

/** An amount in a row. While it is typed in, it holds what is typed: also nothing, which leaves the amount to the plan. */
export function FigureField({ label, shown, speech, onType }: FigureFieldProps) {
  const [text, setText] = useState<string | null>(null)
  const read = typedAmount(text ?? shown, speech.as)
  const isFault = read.kind === "fault"
  return (
    <Input
      size="small"
      value={text ?? shown}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isFault || undefined}
      title={isFault ? speech.t(`payment.faults.${read.fault}`) : undefined}
      className="reconciliation-figure-field"
      onFocus={({ target }) => {
        setText(shown)
        target.select()
      }}
      onBlur={() => setText(null)}
      onChange={({ target }) => {
        setText(target.value)
        onType(target.value)
      }}
    />
  )
}
