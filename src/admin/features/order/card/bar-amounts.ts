import type { OrderReconciliation } from "../../../../types/http"
import type { Sheet } from "../grid/sheet"
import { plannedOf } from "../next-step"
import { missingIn } from "../placing"

/** Signed minor units that add up to what the order is worth. */
export interface BarAmounts {
  readonly paid: bigint
  readonly planned: bigint
  /** What has neither money nor a planned payment in good standing. */
  readonly open: bigint
}

/** @param today as YYYY-MM-DD: what should have come by then, and has not, is open */
export function barAmounts(order: OrderReconciliation, sheet: Sheet, today: string): BarAmounts {
  const late = plannedOf(order, sheet, today)
    .filter(({ isLate }) => isLate)
    .reduce((sum, { total }) => sum + total, 0n)
  return {
    paid: sheet.sums.paid,
    planned: sheet.sums.planned - late,
    open: missingIn(sheet) + late,
  }
}
