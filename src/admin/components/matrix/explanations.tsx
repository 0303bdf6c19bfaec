import { Text } from "@medusajs/ui"
import type { AllocationExplanation, MatrixCell } from "../../../types/http"
import { useOrderView } from "../../hooks/use-order-view"
import { sentence } from "../../lib/labels"
import { Facts } from "../facts"

interface ExplanationsProps {
  cell: MatrixCell
  kind: string
  title: string
}

/** Why a cell holds what it holds: each allocation's own sentence, then the figures behind it. */
export function Explanations({ cell, kind, title }: ExplanationsProps) {
  const { t, money } = useOrderView()
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
      {cell.explanations.length === 0 && (
        <Text size="xsmall" className="text-ui-fg-subtle p-3">
          {t("explanation.none")}
        </Text>
      )}
      <ol className="divide-y">
        {cell.explanations.map((explanation) => (
          <Explanation key={explanation.allocation_id} explanation={explanation} />
        ))}
      </ol>
    </div>
  )
}

function Explanation({ explanation }: { explanation: AllocationExplanation }) {
  const { t, money, moment, serverLang, locale } = useOrderView()
  const ruleKey = `rules.${explanation.rule}`
  const rule = t(ruleKey)
  return (
    <li className="flex flex-col gap-y-2 p-3" data-allocation={explanation.allocation_id}>
      <Text size="small" lang={serverLang} data-because="">
        {explanation.because}
      </Text>
      <Facts
        facts={[
          [t("details.amount"), money(explanation.amount)],
          [t("explanation.rule"), rule.endsWith(ruleKey) ? sentence(explanation.rule) : rule],
          [t("explanation.step"), explanation.step.toLocaleString(locale)],
          [t("explanation.origin"), t(`origins.${explanation.origin}`)],
          [t("explanation.creditBefore"), money(explanation.credit_open_before)],
          [t("explanation.debitBefore"), money(explanation.debit_open_before)],
          [t("explanation.recorded"), moment(explanation.recorded_at)],
        ]}
      />
    </li>
  )
}
