import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { requestReconciliation } from "../workflows/reconcile-orders/request-reconciliation"

/** Transfers, and cancelled returns, exchanges and claims: the host announces them in no other way. */
export default async function onChangeConfirmed({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await requestReconciliation(container, [{ type: "order_change", id: event.data.id }], event.name)
}

export const config: SubscriberConfig = {
  event: ["order.order-change.updated"],
  context: { subscriberId: "reconciliation-change-confirmed" },
}
