import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { requestReconciliation } from "../workflows/reconcile-orders/request-reconciliation"

export default async function onTransactionCreated({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await requestReconciliation(container, [{ type: "order_transaction", id: event.data.id }], event.name)
}

export const config: SubscriberConfig = {
  event: ["order.order-transaction.created"],
  context: { subscriberId: "reconciliation-transaction-created" },
}
