import type { MedusaContainer } from "@medusajs/framework/types"
import { ledgerOf } from "../ledger-of"
import { wantWorker } from "./announce"

/** Starts the run of this night, once, where the store wants one. */
export async function startNightlyRun(container: MedusaContainer): Promise<void> {
  if (await ledgerOf(container).runs.startNightly()) await wantWorker(container)
}
