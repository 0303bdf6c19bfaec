import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDERS_A_READ } from "../host/read-orders"
import { ledgerOf } from "../ledger-of"
import { reconcileOrdersWorkflow } from "../reconcile-orders/workflows/reconcile-orders"

/** A row may carry a moment long before it is committed; so much of the past is looked at again. */
const OVERLAP_MILLISECONDS = 10 * 60_000
/** The host writes a capture before the provider answers, and deletes it when the provider refuses. */
const GRACE_MILLISECONDS = 2 * 60_000

/**
 * Repairs what events lost: finds orders that moved in the host and that the ledger has not read since,
 * and reconciles them. The mark moves on only when every one of them succeeded.
 *
 * @returns how many orders were read and how many of them changed the ledger
 */
export async function sweep(container: MedusaContainer): Promise<{ read: number; changed: number }> {
  const ledger = ledgerOf(container)
  const { at, now } = await ledger.readWatermark()
  const since = before(at ?? now, OVERLAP_MILLISECONDS)
  const total = { read: 0, changed: 0 }
  let failed = false
  for (let after = ""; ;) {
    // Each page begins where the one before ended.
    const orderIds = await ledger.findUnread({ since, after, limit: ORDERS_A_READ })
    const last = orderIds.at(-1)
    if (last === undefined) break
    after = last
    total.read += orderIds.length
    try {
      const { result } = await reconcileOrdersWorkflow(container).run({
        input: { order_ids: orderIds, cause: "sweep", settled_before: before(now, GRACE_MILLISECONDS) },
      })
      total.changed += result.orders.filter(({ changed }) => changed).length
    } catch (error) {
      failed = true
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`reconciliation: the sweep could not reconcile an order and will try again: ${String(error)}`)
    }
  }
  if (!failed) await ledger.saveWatermark(now)
  return total
}

function before(moment: string, milliseconds: number): string {
  return new Date(Date.parse(moment) - milliseconds).toISOString()
}
