import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderReconciliationCard } from "../features/order/order-reconciliation-card"

/** Rows a collapsed matrix shows at most. */
const MOST_ROWS = 50

/** How the order is reconciled: its payments against its items, on the order's own page. */
const OrderReconciliationWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  // What costs nothing is not posted, and so has no row.
  const lines = [...(order.items ?? []), ...(order.shipping_methods ?? [])].filter(({ total }) => total !== 0)
  return (
    <OrderReconciliationCard
      orderId={order.id}
      hostState={JSON.stringify([order.payment_status, order.status, order.total, order.summary])}
      expectedRows={Math.min(lines.length, MOST_ROWS)}
    />
  )
}

export const config = defineWidgetConfig({
  id: "medusa-plugin-reconciliation.order",
  zone: "order.details",
})

export default OrderReconciliationWidget
