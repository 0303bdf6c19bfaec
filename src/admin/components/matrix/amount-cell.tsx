import { clx } from "@medusajs/ui"
import type { DecimalString } from "../../../types/http"
import { useOrderView } from "../../hooks/use-order-view"
import { NUMBER } from "./styles"

interface AmountCellProps {
  /** Null leaves the place blank. */
  value: DecimalString | null
  className?: string | undefined
}

export function AmountCell({ value, className }: AmountCellProps) {
  const { amount } = useOrderView()
  return <td className={clx(NUMBER, className)}>{value === null ? null : amount(value)}</td>
}
