import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ledgerOf } from "../workflows/ledger-of"
import { nameOwners } from "../workflows/owners/name-owners"

/** An account follows what its customer is called. */
export default async function onCustomerRenamed({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await ledgerOf(container).lists.renamed({ type: "customer", id: event.data.id })
  await nameOwners(container)
}

export const config: SubscriberConfig = {
  event: "customer.updated",
  context: { subscriberId: "reconciliation-customer-renamed" },
}
