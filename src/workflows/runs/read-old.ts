import type { MedusaContainer } from "@medusajs/framework/types"
import { before, GRACE_MILLISECONDS } from "../../modules/reconciliation/ingest/captures-and-refunds"
import { readEach, type OrdersRead } from "../host/read-orders"

/** Reads orders for a back-fill as the sweep reads them: no event says that their money is settled. */
export async function readOld(container: MedusaContainer, orderIds: readonly string[]): Promise<OrdersRead> {
  return readEach(container, orderIds, {
    settledBefore: before(new Date().toISOString(), GRACE_MILLISECONDS),
  })
}
