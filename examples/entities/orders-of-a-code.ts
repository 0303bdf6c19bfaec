import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** From the matching sequence: what carries the letters of a rank in an account, an order or money on account. */
export async function ordersOfCode(
  container: MedusaContainer,
  { accountId, rank }: { accountId: string; rank: number },
): Promise<unknown> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "reconciliation_matching_sequence",
    fields: [
      "rank",
      "code",
      "closed",
      "document.order.display_id",
      "document.allocations.amount",
      "document.allocations.credit_item.reference",
    ],
    filters: { account_id: accountId, rank },
  })
  return data
}
