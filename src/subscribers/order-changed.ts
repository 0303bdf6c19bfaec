import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { requestReconciliation } from "../workflows/reconcile-orders/request-reconciliation"

export default async function onOrderChanged({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await requestReconciliation(container, [{ type: "order", id: event.data.id }], event.name)
}

export const config: SubscriberConfig = {
  event: ["order.placed", "order.canceled"],
  context: { subscriberId: "reconciliation-order-changed" },
}
