import type { OrderAnswer } from "../../../types/http"
import { useKnown } from "../../lib/use-known"
import { orderKey } from "./use-order-reconciliation"

/** Where one is, among the host's breadcrumbs: the order's number once its page has read it. */
export function OrderCrumb({ orderId }: { orderId: string }) {
  const order = useKnown<OrderAnswer>(orderKey(orderId))
  return order ? `#${order.display_id}` : null
}
