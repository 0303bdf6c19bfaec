import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** Sets a worker going, in whatever process the bus chooses; it takes the chunks of any run. */
export const RUN_WANTED = "reconciliation.run.wanted"

/** Asks for a worker. What the bus loses, the job of each minute takes up: so it is no failure that it cannot be told. */
export async function wantWorker(container: MedusaContainer): Promise<void> {
  try {
    await container.resolve(Modules.EVENT_BUS).emit({ name: RUN_WANTED, data: {} })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`reconciliation: a run waits for the next minute: ${String(error)}`)
  }
}
