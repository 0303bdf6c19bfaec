import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { AccountView, DecimalString, OrderReconciliation } from "../../../../types/http"

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

/** An item of an order of which a rest can be given up. */
export interface OpenRest {
  /** Key of its row. */
  readonly key: string
  readonly title: string
  readonly open: DecimalString
  /** What of it no planned payment is to bring; null where that is nothing. */
  readonly proposed: DecimalString | null
}

/**
 * The items of an order that have something open, as it lists them. What was chosen stays among them when somebody else
 * has paid it meanwhile, with nothing open: nothing is given up of others then.
 */
export function openRestsOf(
  { rows, plan, digits }: Pick<OrderReconciliation, "rows" | "plan" | "digits">,
  chosen: string | null = null,
): OpenRest[] {
  const kept = new Map<string, bigint>()
  for (const { row, amount } of (plan?.instalments ?? []).flatMap(({ reserved }) => reserved))
    kept.set(row, (kept.get(row) ?? 0n) + minorUnitsOf(amount, digits))
  return rows.flatMap(({ key, title, open }) => {
    const units = minorUnitsOf(open.replace("-", ""), digits)
    if (units === 0n || open.startsWith("-"))
      return key === chosen ? [{ key, title, open: decimalOf(0n, digits), proposed: null }] : []
    const rest = units - (kept.get(key) ?? 0n)
    return [{ key, title, open, proposed: rest > 0n ? decimalOf(rest, digits) : null }]
  })
}
