import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { requestReconciliation } from "../workflows/reconcile-orders/request-reconciliation"

export default async function onRefundCreated({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await requestReconciliation(container, [{ type: "refund", id: event.data.id }], event.name)
}

export const config: SubscriberConfig = {
  event: ["payment.refund.created"],
  context: { subscriberId: "reconciliation-refund-created" },
}
