import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { CustomerCard } from "../features/account/card/customer-card"

/** What a customer owes and what lies idle, on the customer's own page. */
const CustomerAccountWidget = ({ data: customer }: DetailWidgetProps<AdminCustomer>) => (
  <CustomerCard customerId={customer.id} />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-reconciliation.customer",
  zone: "customer.details.side.before",
})

export default CustomerAccountWidget
