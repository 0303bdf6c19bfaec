import { Text } from "@medusajs/ui"
import type { AllocationExplanation } from "../../types/http"
import { becauseOf, ruleLabel } from "../lib/because"
import type { MoneyFormat } from "../lib/money"
import type { Words } from "../lib/use-words"
import { Facts } from "./facts"

interface ExplanationProps {
  explanation: AllocationExplanation
  /** The reader's words, and how amounts of this currency are written. */
  speech: Words & Pick<MoneyFormat, "money">
}

/** Why an amount is where it is: one sentence, and the figures behind it. */
export function Explanation({ explanation, speech }: ExplanationProps) {
  const { t, money, moment, locale } = speech
  const { step, credit_open_before: credit, debit_open_before: debit, recorded_at: recorded } = explanation
  return (
    <div className="flex flex-col gap-y-2" data-allocation={explanation.allocation_id ?? ""}>
      <Text size="small" data-because="">
        {becauseOf(explanation, speech)}
      </Text>
      <Facts
        facts={[
          [t("details.amount"), money(explanation.amount)],
          [t("explanation.rule"), ruleLabel(explanation.rule, speech)],
          step === null ? null : [t("explanation.step"), step.toLocaleString(locale)],
          [t("explanation.origin"), t(`origins.${explanation.origin}`)],
          credit === null ? null : [t("explanation.creditBefore"), money(credit)],
          debit === null ? null : [t("explanation.debitBefore"), money(debit)],
          recorded === null ? null : [t("explanation.recorded"), moment(recorded)],
        ]}
      />
    </div>
  )
}
