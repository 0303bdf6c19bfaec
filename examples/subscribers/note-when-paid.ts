import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"
import type { OrderStateChanged } from "medusa-plugin-reconciliation/types/events"

/** Notes on an order when it was wholly paid: src/subscribers/note-when-paid.ts of a store. */
export default async function noteWhenPaid({
  event: { data },
  container,
}: Pick<SubscriberArgs<OrderStateChanged>, "event" | "container">): Promise<void> {
  if (data.after.state !== "full" || data.before?.state === "full") return
  const orders = container.resolve(Modules.ORDER)
  const { metadata } = await orders.retrieveOrder(data.order_id)
  // The same event twice finds its own note.
  if (metadata?.["paid_in_full"] === data.at) return
  await orders.updateOrders(data.order_id, { metadata: { ...metadata, paid_in_full: data.at } })
}

export const config: SubscriberConfig = {
  event: "reconciliation.order.state_changed",
  context: { subscriberId: "store-note-when-paid" },
}
