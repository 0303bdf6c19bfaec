import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import ReconciliationModule from "../modules/reconciliation"

/** From what the ledger holds of an order to the order. */
export default defineLink(
  { linkable: ReconciliationModule.linkable.reconciliationDocument, field: "order_id" },
  OrderModule.linkable["order"],
  { readOnly: true },
)
