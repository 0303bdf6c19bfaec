import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MIRRORS_WANTED } from "../../modules/reconciliation/mirrors/announce"
import { ledgerOf } from "../ledger-of"
import { mirrorOrderWorkflow } from "./workflows/mirror-order"

export { MIRRORS_WANTED }

/** Orders that one run of the job takes; more wait for the next minute. */
const ORDERS_A_RUN = 200

/** Brings the host's payments of some orders up to the ledger, one order after the other. */
export async function mirrorOrders(container: MedusaContainer, orderIds: readonly string[]): Promise<void> {
  for (const orderId of orderIds) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the mirror must not take the host's connections from its customers
      await mirrorOrderWorkflow(container).run({ input: { order_id: orderId } })
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`reconciliation: the mirror of ${orderId} waits: ${String(error)}`)
    }
  }
}

/** Does what is due: what no event told of, what failed before, and what a process left that ended. */
export async function mirrorDue(container: MedusaContainer): Promise<void> {
  await mirrorOrders(container, await ledgerOf(container).mirrors.due(ORDERS_A_RUN))
}
