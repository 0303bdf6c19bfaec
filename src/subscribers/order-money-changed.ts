import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { requestReconciliation } from "../workflows/reconcile-orders/request-reconciliation"

export default async function onOrderMoneyChanged({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await requestReconciliation(container, [{ type: "order", id: event.data.order_id }], event.name)
}

export const config: SubscriberConfig = {
  event: [
    "order-edit.confirmed",
    "order.return_requested",
    "order.return_received",
    "order.claim_created",
    "order.exchange_created",
  ],
  context: { subscriberId: "reconciliation-order-money-changed" },
}
