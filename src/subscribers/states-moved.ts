import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { STATES_MOVED, tellOf } from "../workflows/events/tell"

/** A change of the ledger may have moved the states of some orders: other plugins are told. */
export default async function onStatesMoved({
  event,
  container,
}: SubscriberArgs<{ document_ids: string[] }>): Promise<void> {
  await tellOf(container, event.data.document_ids)
}

export const config: SubscriberConfig = {
  event: [STATES_MOVED],
  context: { subscriberId: "reconciliation-states-moved" },
}
