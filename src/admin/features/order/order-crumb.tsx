import { Skeleton } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import type { OrderAnswer } from "../../../types/http"
import { useKnown } from "../../lib/use-known"
import { orderKey } from "./use-order-reconciliation"

const SIZE = { display: "inline-block", width: 32, height: 12, verticalAlign: "-1px" } as const

/** Where one is, among the host's breadcrumbs: the order's number, and its shape until the page has read it. */
export function OrderCrumb({ orderId }: { orderId: string }) {
  const order = useKnown<OrderAnswer>(orderKey(orderId))
  const hasFailed = useQueryClient().getQueryState(orderKey(orderId))?.status === "error"
  if (order) return `#${order.display_id}`
  return hasFailed ? null : <Skeleton aria-hidden style={SIZE} data-crumb-loading="" />
}
