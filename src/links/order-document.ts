import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import ReconciliationModule from "../modules/reconciliation"

/** From an order to what the ledger holds of it. */
export default defineLink(
  { linkable: OrderModule.linkable["order"], field: "id" },
  { ...ReconciliationModule.linkable.reconciliationDocument.id, primaryKey: "order_id" },
  { readOnly: true },
)
