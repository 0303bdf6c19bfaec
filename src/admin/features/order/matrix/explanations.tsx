import { Text } from "@medusajs/ui"
import type { AllocationExplanation, MatrixCell } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { becauseOf, ruleLabel } from "../../../lib/because"
import { Facts } from "../../../ui/facts"

interface ExplanationsProps {
  cell: MatrixCell
  kind: string
  title: string
}

/** Why a cell holds what it holds: each allocation's own sentence, then the figures behind it. */
export function Explanations({ cell, kind, title }: ExplanationsProps) {
  const { money } = useOrderView()
  return (
    <div className="flex flex-col" style={{ width: 340 }}>
      <div className="border-ui-border-base border-b px-3 py-2">
        <Text size="small" leading="compact" weight="plus">
          {money(cell.amount)}
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
          {kind} → {title}
        </Text>
      </div>
      <ol className="divide-y">
        {cell.explanations.map((explanation, place) => (
          <Explanation
            key={explanation.allocation_id ?? `${explanation.rule} ${place}`}
            explanation={explanation}
          />
        ))}
      </ol>
    </div>
  )
}

function Explanation({ explanation }: { explanation: AllocationExplanation }) {
  const speech = useOrderView()
  const { t, money, moment, locale } = speech
  const { step, credit_open_before: credit, debit_open_before: debit, recorded_at: recorded } = explanation
  return (
    <li className="flex flex-col gap-y-2 p-3" data-allocation={explanation.allocation_id ?? ""}>
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
    </li>
  )
}
