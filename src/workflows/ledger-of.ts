import type { MedusaContainer } from "@medusajs/framework/types"
import { RECONCILIATION_MODULE } from "../modules/reconciliation"
import type ReconciliationModuleService from "../modules/reconciliation/service"

/** The ledger in a host's container. */
export function ledgerOf(container: MedusaContainer): ReconciliationModuleService {
  return container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)
}
