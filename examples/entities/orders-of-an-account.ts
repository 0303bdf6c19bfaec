import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** From the account: its customer, its orders, and the letters that each carries. */
export async function ordersOfAccount(container: MedusaContainer, accountId: string): Promise<unknown> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "reconciliation_account",
    fields: [
      "id",
      "currency_code",
      "customer.email",
      "documents.order.display_id",
      "documents.matching_sequences.code",
    ],
    filters: { id: accountId },
  })
  return data
}
