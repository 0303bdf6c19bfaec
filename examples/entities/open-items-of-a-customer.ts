import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** From the customer: their accounts, one a currency, and what is owed or unused on each. */
export async function openItemsOfCustomer(container: MedusaContainer, customerId: string): Promise<unknown> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: [
      "id",
      "reconciliation_accounts.currency_code",
      "reconciliation_accounts.open_items.side",
      "reconciliation_accounts.open_items.title",
      "reconciliation_accounts.open_items.open",
      "reconciliation_accounts.open_items.due_on",
    ],
    filters: { id: customerId },
  })
  return data
}
