import type { DecimalString } from "../../../../types/http"
import { useOrderView } from "../use-order-view"

interface AmountCellProps {
  /** Null leaves the place blank. */
  value: DecimalString | null
  className?: string | undefined
}

export function AmountCell({ value, className }: AmountCellProps) {
  const { amount } = useOrderView()
  return <td className={className}>{value === null ? null : amount(value)}</td>
}
