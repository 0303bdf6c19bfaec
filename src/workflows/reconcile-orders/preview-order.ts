import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReconcileOrder } from "../../modules/reconciliation/facets/orders"
import { accountBusy } from "../../modules/reconciliation/ledger/database"
import type { AllocationPlanView } from "../../types/http"
import { readHistories } from "../host/read-orders"
import { ledgerOf } from "../ledger-of"
import { READS } from "./reconcile-all"

/**
 * What reconciling an order would do now; undefined where neither the host nor the ledger has it. It is read again when an event
 * was quicker than the read.
 *
 * @throws account_busy, what reconciling throws
 */
export async function previewOrder(
  container: MedusaContainer,
  orderId: string,
  options: Pick<ReconcileOrder, "context" | "strategy">,
): Promise<AllocationPlanView | undefined> {
  for (let attempt = 1; attempt <= READS; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each read follows one that was overtaken
    const [history] = await readHistories(container, [orderId])
    if (!history) return undefined
    // oxlint-disable-next-line no-await-in-loop -- as above
    const plan = await ledgerOf(container).orders.preview(history, options)
    if (plan) return plan
  }
  throw accountBusy()
}
