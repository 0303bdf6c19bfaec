import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { mirrorOrders, MIRRORS_WANTED } from "../workflows/mirror/mirror-due"

/** The ledger has changed what the host is to count of an order. */
export default async function onMirrorsWanted({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await mirrorOrders(container, [event.data.order_id])
}

export const config: SubscriberConfig = {
  event: [MIRRORS_WANTED],
  context: { subscriberId: "reconciliation-mirrors-wanted" },
}
