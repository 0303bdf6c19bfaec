import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderCard } from "../features/order/card/order-card"

const AUTHORIZED = new Set<string>(["authorized", "partially_authorized"])

/** How the order stands, and the one next step, on the order's own page. */
const OrderReconciliationWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => (
  <OrderCard
    orderId={order.id}
    hostState={JSON.stringify([order.payment_status, order.status, order.total, order.summary])}
    isAuthorized={AUTHORIZED.has(order.payment_status)}
  />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-reconciliation.order",
  zone: "order.details.side.before",
})

export default OrderReconciliationWidget
