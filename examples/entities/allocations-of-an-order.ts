import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** From the order: what pays each of its lines, and the payment that it came by. */
export async function allocationsOfOrder(container: MedusaContainer, orderId: string): Promise<unknown> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "reconciliation_document.allocations.amount",
      "reconciliation_document.allocations.debit_item.title",
      "reconciliation_document.allocations.credit_item.method",
      "reconciliation_document.allocations.credit_item.payment.id",
    ],
    filters: { id: orderId },
  })
  return data
}
