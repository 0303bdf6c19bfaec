import { defineLink } from "@medusajs/framework/utils"
import PaymentModule from "@medusajs/medusa/payment"
import ReconciliationModule from "../modules/reconciliation"

/** From an open item to the host's payment that it came by. */
export default defineLink(
  { linkable: ReconciliationModule.linkable.reconciliationOpenItem, field: "payment_id" },
  PaymentModule.linkable["payment"],
  { readOnly: true },
)
