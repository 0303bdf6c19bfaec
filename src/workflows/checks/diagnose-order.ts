import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderDiagnosis } from "../../types/http"
import { versionOfPackage } from "../host/packages"
import { ledgerOf } from "../ledger-of"

/** An order as whoever supports the store needs it, with the version of the plugin. @throws order_not_read */
export async function diagnoseOrder(container: MedusaContainer, orderId: string): Promise<OrderDiagnosis> {
  return ledgerOf(container).checks.diagnosis(
    orderId,
    versionOfPackage("medusa-plugin-reconciliation") ?? "unknown",
  )
}
