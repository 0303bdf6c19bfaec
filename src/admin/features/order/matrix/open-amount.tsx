import { clx } from "@medusajs/ui"
import type { DecimalString } from "../../../../types/http"
import { useOrderView } from "../use-order-view"
import { isZero } from "../../../lib/money"

interface OpenAmountProps {
  value: DecimalString
  className?: string
}

/** An amount of the Unallocated row or column: coloured and bold while not zero, calm when zero. */
export function OpenAmount({ value, className }: OpenAmountProps) {
  const { amount } = useOrderView()
  const calm = isZero(value)
  return (
    <td
      data-open={calm ? "zero" : "rest"}
      className={clx(
        className,
        calm ? "text-ui-fg-subtle" : "bg-ui-tag-orange-bg text-ui-tag-orange-text reconciliation-strong",
      )}
    >
      {amount(value)}
    </td>
  )
}
