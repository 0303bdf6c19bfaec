import type { MedusaContainer } from "@medusajs/framework/types"
import { startNightlyRun } from "../workflows/runs/nightly"

/** Starts the run of the night where the option `nightlyRun` says so. In several processes it is one run a day. */
export default async function nightlyRunJob(container: MedusaContainer): Promise<void> {
  await startNightlyRun(container)
}

export const config = { name: "reconciliation-nightly-run", schedule: "30 2 * * *" }
