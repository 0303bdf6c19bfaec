import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReadOrder } from "../../modules/reconciliation/ingest/host-order"
import { readHostOrders } from "../../modules/reconciliation/ingest/reader/orders.sql"
import { orderOf, type HostOrderRow } from "../../modules/reconciliation/ingest/reader/rows"
import type { OrdersWanted, ReadRows } from "../../modules/reconciliation/ingest/reader/wanted"
import { ledgerOf } from "../ledger-of"

/**
 * Reads orders by one statement over the host's tables.
 *
 * @param statement another that gives the same rows; to see that a spoiled one is found
 */
export async function readByStatement(
  container: MedusaContainer,
  { orderIds, hostVersions, metadata }: OrdersWanted,
  statement = readHostOrders,
): Promise<ReadRows> {
  const rows = await ledgerOf(container).readHostTables<HostOrderRow>({
    statement,
    parameters: [orderIds, orderIds.map((id) => hostVersions.get(id) ?? 0), metadata],
  })
  const orders: ReadOrder[] = []
  const unread: string[] = []
  for (const row of rows) {
    try {
      orders.push(orderOf(row, metadata))
    } catch {
      unread.push(row.id)
    }
  }
  return { orders, unread }
}
