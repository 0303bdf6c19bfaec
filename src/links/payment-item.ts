import { defineLink } from "@medusajs/framework/utils"
import PaymentModule from "@medusajs/medusa/payment"
import ReconciliationModule from "../modules/reconciliation"

/** From a payment of the host to the open items that came by it: its captures and refunds. */
export default defineLink(
  { linkable: PaymentModule.linkable["payment"], field: "id", isList: true },
  { ...ReconciliationModule.linkable.reconciliationOpenItem.id, primaryKey: "payment_id" },
  { readOnly: true, isList: true },
)
