import { clx, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { ReconciliationState } from "../../../types/http"
import { StateIcon } from "../../ui/state-icon"
import type { NextStep } from "./next-step"
import { stepWords } from "./step-words"
import { useOrderView } from "./use-order-view"

export type StepTone = "asks" | "wrong" | "planned" | "good" | "calm"

const SIGNS: Readonly<Record<StepTone, { icon: ReconciliationState; color: string }>> = {
  asks: { icon: "none", color: "text-ui-tag-orange-icon" },
  wrong: { icon: "error", color: "text-ui-tag-red-icon" },
  planned: { icon: "planned", color: "text-ui-tag-blue-icon" },
  good: { icon: "full", color: "text-ui-tag-green-icon" },
  calm: { icon: "none", color: "text-ui-tag-neutral-icon" },
}

const TONES: Readonly<Record<NextStep["kind"], StepTone>> = {
  place: "asks",
  overdue: "asks",
  failed: "wrong",
  taken_back: "asks",
  refund_unplaced: "asks",
  surplus: "asks",
  error: "wrong",
  warning: "asks",
  next_instalment: "planned",
  return_expected: "planned",
  // An order that is merely not paid yet asks for nothing.
  unpaid: "calm",
  nothing_to_pay: "good",
  done: "good",
}

/** Whether a step wants somebody to do something. */
export const asksFor = ({ kind }: NextStep): boolean => TONES[kind] === "asks" || TONES[kind] === "wrong"

interface NextStepViewProps {
  readonly step: NextStep
  /** Where there is room for the whole sentence. */
  readonly isLong?: boolean
  /** The one button of the step. */
  readonly children?: ReactNode
}

/** The one thing to do next: a sign, a sentence, and at most one button. */
export function NextStepView({ step, isLong = false, children }: NextStepViewProps) {
  const speech = useOrderView()
  const { text, isOfServer } = stepWords(step, speech, isLong)
  return (
    <div data-step={step.kind}>
      <StepLine tone={TONES[step.kind]} text={text} lang={isOfServer ? speech.serverLang : undefined}>
        {children}
      </StepLine>
    </div>
  )
}

interface StepLineProps {
  readonly tone: StepTone
  readonly text: ReactNode
  readonly lang?: string | undefined
  readonly children?: ReactNode
}

export function StepLine({ tone, text, lang, children }: StepLineProps) {
  const { icon, color } = SIGNS[tone]
  return (
    <div className="reconciliation-step">
      <div className="flex items-start gap-x-2">
        <StateIcon state={icon} className={clx("reconciliation-step-sign", color)} />
        <Text size="small" leading="compact" lang={lang} className="min-w-0 flex-1 break-words">
          {text}
        </Text>
      </div>
      {children}
    </div>
  )
}
