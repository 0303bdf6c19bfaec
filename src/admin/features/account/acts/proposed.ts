import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { AccountView, DecimalString } from "../../../../types/http"

/** How much a write-off proposes to give up: what is open and no planned payment is to bring; null where that is nothing. */
export function proposedOf(
  of: { readonly orderId?: string; readonly open: DecimalString },
  { planned_payments: planned, digits }: Pick<AccountView, "planned_payments" | "digits">,
): DecimalString | null {
  const kept = planned
    .filter(({ order_id: id }) => id === of.orderId)
    .reduce((sum, one) => sum + minorUnitsOf(one.kept, digits), 0n)
  const rest = minorUnitsOf(of.open, digits) - kept
  return rest > 0n ? decimalOf(rest, digits) : null
}
