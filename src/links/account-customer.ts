import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import ReconciliationModule from "../modules/reconciliation"

/** From an account to the customer whose it is. */
export default defineLink(
  { linkable: ReconciliationModule.linkable.reconciliationAccount, field: "customer_id" },
  CustomerModule.linkable["customer"],
  { readOnly: true },
)
