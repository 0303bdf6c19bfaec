import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MIRRORS_WANTED } from "../../modules/reconciliation/mirrors/announce"
import { ledgerOf } from "../ledger-of"

/**
 * After orders changed in the host: what was refused of them is tried again, and their own payments are brought to what is
 * left. By an event, because this runs within readings of others. What it cannot do, the job does.
 */
export async function mirrorChanged(container: MedusaContainer, orderIds: readonly string[]): Promise<void> {
  try {
    const wanted = await ledgerOf(container).mirrors.wake(orderIds)
    if (wanted.length === 0) return
    const events = wanted.map((id) => ({ name: MIRRORS_WANTED, data: { order_id: id } }))
    await container.resolve(Modules.EVENT_BUS).emit(events)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `reconciliation: what was refused of ${orderIds.join(", ")} was not tried again: ${String(error)}`,
      )
  }
}
