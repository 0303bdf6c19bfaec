import type { MedusaContainer } from "@medusajs/framework/types"
import { ledgerOf } from "../ledger-of"
import { tellFaults } from "./tell-faults"

/** Checks the ledger, once a day, where the store has not turned that off, and tells of what is new. */
export async function checkTonight(container: MedusaContainer): Promise<void> {
  await ledgerOf(container).checks.runNightly()
  await tellFaults(container)
}
