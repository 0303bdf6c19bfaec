import type { MedusaContainer } from "@medusajs/framework/types"
import { sweep } from "../workflows/sweep/sweep"

/** Runs where the host runs jobs. Two at a time do no harm: the ledger takes each difference once. */
export default async function sweepJob(container: MedusaContainer): Promise<void> {
  await sweep(container)
}

export const config = { name: "reconciliation-sweep", schedule: "* * * * *" }
