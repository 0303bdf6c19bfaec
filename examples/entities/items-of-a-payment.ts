import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** From the host's payment: its captures and refunds in the ledger, and the orders that they pay. */
export async function itemsOfPayment(container: MedusaContainer, paymentId: string): Promise<unknown> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: [
      "id",
      "reconciliation_open_items.kind",
      "reconciliation_open_items.amount",
      "reconciliation_open_items.allocations_made.amount",
      "reconciliation_open_items.allocations_made.document.order_id",
    ],
    filters: { id: paymentId },
  })
  return data
}
