import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { STATES_MOVED } from "../../modules/reconciliation/events/announce"
import { ledgerOf } from "../ledger-of"
import { Coalescer } from "../reconcile-orders/coalescer"

export { STATES_MOVED }

const coalescers = new WeakMap<MedusaContainer, Coalescer<string>>()

/** Tells other plugins how some orders stand now, together with those that move meanwhile; by the ledger's numbers of them. */
export async function tellOf(container: MedusaContainer, documentIds: readonly string[]): Promise<void> {
  let coalescer = coalescers.get(container)
  if (!coalescer) {
    coalescer = new Coalescer(async (ids: string[]) => {
      const { events } = ledgerOf(container)
      if ((await events.note(ids)) > 0) await events.tell(busOf(container))
    })
    coalescers.set(container, coalescer)
  }
  await Promise.all(documentIds.map((id) => coalescer.add(id, id, STATES_MOVED)))
}

/** Tells whatever was not told yet. What the bus does not take now it is offered by the next run of the sweep. */
export async function tellDue(container: MedusaContainer): Promise<void> {
  try {
    const { events } = ledgerOf(container)
    await events.noteDue()
    await events.tell(busOf(container))
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: events of changed states wait for the next sweep: ${String(error)}`)
  }
}

const busOf =
  (container: MedusaContainer) =>
  async (events: { name: string; data: unknown }[]): Promise<void> =>
    container.resolve(Modules.EVENT_BUS).emit(events)
