import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** From the order: what its customer writes on a transfer; of the order alone, and of all that they owe in its currency. */
export async function paymentReferenceOfOrder(container: MedusaContainer, orderId: string): Promise<unknown> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "reconciliation_document.payment_references.reference",
      "reconciliation_document.account.payment_references.reference",
    ],
    filters: { id: orderId },
  })
  return data
}
