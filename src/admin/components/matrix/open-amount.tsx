import { clx } from "@medusajs/ui"
import { useOrderView } from "../../hooks/use-order-view"
import { isZero } from "../../lib/money"
import { NUMBER } from "./styles"

/** An amount of the Unallocated row or column: coloured and bold while not zero, calm when zero. */
export function OpenAmount({ value, className }: { value: string; className?: string }) {
  const { amount } = useOrderView()
  const calm = isZero(value)
  return (
    <td
      data-open={calm ? "zero" : "rest"}
      className={clx(
        NUMBER,
        className,
        calm ? "text-ui-fg-subtle" : "bg-ui-tag-orange-bg text-ui-tag-orange-text txt-compact-small-plus",
      )}
    >
      {amount(value)}
    </td>
  )
}
