import type { MedusaContainer } from "@medusajs/framework/types"
import { checkTonight } from "../workflows/checks/nightly"

/** Checks the ledger each night, unless the option `nightlyCheck` is false. In several processes it is one check a day. */
export default async function nightlyCheckJob(container: MedusaContainer): Promise<void> {
  await checkTonight(container)
}

export const config = { name: "reconciliation-nightly-check", schedule: "10 4 * * *" }
