import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type {
  AccountView,
  AllocationPlanView,
  DecimalString,
  OrderOfCode,
  ReconciliationState,
} from "../../../../types/http"

/** What becomes of an order, or of an amount that lies idle. */
export interface Becomes {
  readonly key: string
  readonly before: ReconciliationState
  readonly after: ReconciliationState
  /** What is left of it afterwards: idle of money, of an order what is open and in no plan. */
  readonly left: DecimalString
}

export interface OrderBecomes extends Becomes {
  readonly order: OrderOfCode
  /** What planned payments keep of it and go on keeping; null where nothing is planned, or the plan uses them. */
  readonly planned: DecimalString | null
}

export interface MoneyBecomes extends Becomes {
  readonly itemId: string
}

export interface Outcome {
  readonly total: DecimalString
  readonly orders: readonly OrderBecomes[]
  readonly money: readonly MoneyBecomes[]
}

/** What a plan comes to: it only adds, so all of it follows from what is open now. */
export function outcomeOf(plan: AllocationPlanView, account: AccountView): Outcome {
  const units = (amount: DecimalString): bigint => minorUnitsOf(amount, account.digits)
  const text = (amount: bigint): DecimalString => decimalOf(amount, account.digits)
  const [byOrder, byMoney] = [new Map<string, bigint>(), new Map<string, bigint>()]
  const fulfilled = new Map<string, bigint>()
  const add = (to: Map<string, bigint>, key: string, amount: DecimalString) =>
    to.set(key, (to.get(key) ?? 0n) + units(amount))
  for (const { order_id: orderId, credit_item_id: itemId, amount, rule } of plan.allocate) {
    add(byMoney, itemId, amount)
    if (orderId !== null) add(byOrder, orderId, amount)
    if (orderId !== null && rule === "instalment") add(fulfilled, orderId, amount)
  }
  const total = [...byMoney.values()].reduce((sum, amount) => sum + amount, 0n)
  return {
    total: text(total),
    orders: account.orders.flatMap((order) => {
      const open = units(order.open)
      if (open === 0n) return []
      const put = byOrder.get(order.id) ?? 0n
      const planned = account.planned_payments
        .filter((one) => one.order_id === order.id)
        .reduce((sum, one) => sum + units(one.kept), 0n)
      const uncovered = open - put - planned + (fulfilled.get(order.id) ?? 0n)
      const after = put === open ? "full" : put > 0n && order.state === "none" ? "partial" : order.state
      return [
        {
          key: order.id,
          order,
          before: order.state,
          after,
          left: text(uncovered > 0n ? uncovered : 0n),
          planned: planned > 0n && put > 0n && !fulfilled.has(order.id) ? text(planned) : null,
        },
      ]
    }),
    money: account.unapplied.map((item) => {
      const [open, put] = [units(item.open), byMoney.get(item.id) ?? 0n]
      const after = put === open ? "full" : put > 0n ? "partial" : item.state
      return { key: item.id, itemId: item.id, before: item.state, after, left: text(open - put) }
    }),
  }
}
