import { Text } from "@medusajs/ui"
import type { MatrixCell } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { Explanation } from "../../../ui/explanation"

interface ExplanationsProps {
  cell: MatrixCell
  kind: string
  title: string
}

/** Why a cell holds what it holds: each allocation's own sentence, then the figures behind it. */
export function Explanations({ cell, kind, title }: ExplanationsProps) {
  const speech = useOrderView()
  return (
    <div className="flex flex-col" style={{ width: 340 }}>
      <div className="border-ui-border-base border-b px-3 py-2">
        <Text size="small" leading="compact" weight="plus">
          {speech.money(cell.amount)}
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
          {kind} → {title}
        </Text>
      </div>
      <ol className="divide-y">
        {cell.explanations.map((explanation, place) => (
          <li key={explanation.allocation_id ?? `${explanation.rule} ${place}`} className="p-3">
            <Explanation explanation={explanation} speech={speech} />
          </li>
        ))}
      </ol>
    </div>
  )
}
