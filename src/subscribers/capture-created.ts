import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { requestReconciliation } from "../workflows/reconcile-orders/request-reconciliation"

export default async function onCaptureCreated({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await requestReconciliation(container, [{ type: "capture", id: event.data.id }], event.name)
}

export const config: SubscriberConfig = {
  event: ["payment.capture.created"],
  context: { subscriberId: "reconciliation-capture-created" },
}
