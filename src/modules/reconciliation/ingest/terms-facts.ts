import type { DocumentHistory } from "../domain/posting/document-state"
import { present, type HostOrder } from "./host-order"

/** What rules of payment terms ask of an order as the host shows it. */
export function termsFactsOf(order: HostOrder): NonNullable<DocumentHistory["termsFacts"]> {
  const providers = present(order.payment_collections).flatMap(({ payments }) =>
    present(payments).flatMap(({ provider_id: id }) => (id ? [id] : [])),
  )
  return {
    customerGroupIds: present(order.customer?.groups).map(({ id }) => id),
    providerIds: [...new Set(providers)],
    salesChannelId: order.sales_channel_id ?? null,
  }
}
