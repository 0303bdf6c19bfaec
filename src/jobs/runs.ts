import type { MedusaContainer } from "@medusajs/framework/types"
import { takeUpRuns } from "../workflows/runs/take-up"

/** Takes up what lies: of runs whose worker ended, or of which the bus told nobody. Two at a time share the chunks. */
export default async function runsJob(container: MedusaContainer): Promise<void> {
  await takeUpRuns(container)
}

export const config = { name: "reconciliation-runs", schedule: "* * * * *" }
