import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** From the ledger's document: an order's planned payments, and what came of each. */
export async function plannedPaymentsOfOrder(container: MedusaContainer, orderId: string): Promise<unknown> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "reconciliation_document",
    fields: [
      "order_id",
      "planned_payments.number",
      "planned_payments.due_on",
      "planned_payments.amount",
      "planned_payments.paid",
    ],
    filters: { order_id: orderId },
  })
  return data
}
