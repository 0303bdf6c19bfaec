import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { before, GRACE_MILLISECONDS } from "../../modules/reconciliation/ingest/captures-and-refunds"
import { tellDue } from "../events/tell"
import { ledgerOf } from "../ledger-of"
import { nameOwners } from "../owners/name-owners"
import { followOwners } from "../owners/steps/owners"
import { reconcileEach } from "../reconcile-orders/reconcile-all"

/** A row may carry a moment long before it is committed; so much of the past is looked at again. */
const OVERLAP_MILLISECONDS = 10 * 60_000
/** Finding what moved passes over the host's tables once, so it is asked for many at a time. */
const IDS_A_SEARCH = 10_000

interface Swept {
  /** How many orders were read, and how many of them changed the ledger. */
  read: number
  changed: number
}

/**
 * Repairs what events lost: finds orders that moved in the host and that the ledger has not read since,
 * and reconciles them. An order that fails is noted and tried again ever more rarely, so the mark moves
 * on whatever becomes of it.
 */
export async function sweep(container: MedusaContainer): Promise<Swept> {
  const ledger = ledgerOf(container)
  const { at, now } = await ledger.sweep.readWatermark()
  // If the very first sweep is cut short, the next one still begins where this one did.
  if (at === null) await ledger.sweep.saveWatermark(now)
  const since = before(at ?? now, OVERLAP_MILLISECONDS)
  const total: Swept = { read: 0, changed: 0 }
  for (let after: string | undefined = ""; after !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- each search begins where the one before ended
    const orderIds: string[] = await ledger.sweep.findUnread({ since, now, after, limit: IDS_A_SEARCH })
    // oxlint-disable-next-line no-await-in-loop -- what was found is read before more is looked for
    const changed = await reconcileFound(container, orderIds, now)
    total.read += orderIds.length
    total.changed += changed
    after = orderIds.length < IDS_A_SEARCH ? undefined : orderIds.at(-1)
  }
  // What an act was cut short of, and what has come free on a member's own account since.
  await followOwners(container)
  // Also what was recorded while nobody could number it.
  await ledger.receipts.assign()
  await nameOwners(container)
  await tellDue(container)
  await ledger.sweep.saveWatermark(now)
  return total
}

/** @returns how many of the orders changed the ledger */
async function reconcileFound(
  container: MedusaContainer,
  orderIds: readonly string[],
  now: string,
): Promise<number> {
  const { orders, failures } = await reconcileEach(container, {
    order_ids: orderIds,
    cause: "sweep",
    actor: { type: "system", id: null },
    settled_before: before(now, GRACE_MILLISECONDS),
  })
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { orderId, error } of failures) {
    logger.error(
      `reconciliation: the sweep could not reconcile ${orderId} and will try again: ${String(error)}`,
    )
  }
  return orders.filter(({ changed }) => changed).length
}
