import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { TickedOrder } from "../../modules/reconciliation/recording/types"
import type { TickedOrderBody } from "../../types/http"
import { ledgerOf } from "../ledger-of"
import { reconcileAll } from "../reconcile-orders/reconcile-all"
import { contextOf, type Called } from "./called"

export const newKey = ({ idempotency_key: key }: Called): string => key ?? randomUUID()

export const tickedOf = (orders: readonly TickedOrderBody[]): TickedOrder[] =>
  orders.map(({ order_id: orderId, amount, lines, difference }) => ({
    orderId,
    amount: amount ?? null,
    lines: lines ?? null,
    difference: difference
      ? {
          kind: difference.kind,
          amount: difference.amount ?? null,
          reason: difference.reason ?? null,
        }
      : null,
  }))

/** Reads those of some orders that the ledger does not know yet; what the host does not have stays unknown. */
export async function readUnread(
  container: MedusaContainer,
  orders: readonly Pick<TickedOrderBody, "order_id">[],
  called: Called,
): Promise<void> {
  const ids = [...new Set(orders.map(({ order_id: id }) => id))]
  if (ids.length === 0) return
  const { hostVersions } = await ledgerOf(container).orders.readMarks(ids)
  const unread = ids.filter((id) => !hostVersions.has(id))
  if (unread.length === 0) return
  const { actor, cause } = contextOf(called)
  await reconcileAll(container, { order_ids: unread, actor, cause })
}
