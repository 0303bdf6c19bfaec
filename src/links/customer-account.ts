import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import ReconciliationModule from "../modules/reconciliation"

/** From a customer to their accounts, one a currency. */
export default defineLink(
  { linkable: CustomerModule.linkable["customer"], field: "id", isList: true },
  { ...ReconciliationModule.linkable.reconciliationAccount.id, primaryKey: "customer_id" },
  { readOnly: true, isList: true },
)
