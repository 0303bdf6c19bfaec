import type { MedusaContainer } from "@medusajs/framework/types"
import { mirrorDue } from "../workflows/mirror/mirror-due"

/** Tells the host what it was not told at once. Two at a time do no harm: each order has one lease. */
export default async function mirrorJob(container: MedusaContainer): Promise<void> {
  await mirrorDue(container)
}

export const config = { name: "reconciliation-mirror", schedule: "* * * * *" }
