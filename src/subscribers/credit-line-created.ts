import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { requestReconciliation } from "../workflows/reconcile-orders/request-reconciliation"

export default async function onCreditLineCreated({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await requestReconciliation(container, [{ type: "order_credit_line", id: event.data.id }], event.name)
}

export const config: SubscriberConfig = {
  event: ["order.order-credit-line.created"],
  context: { subscriberId: "reconciliation-credit-line-created" },
}
