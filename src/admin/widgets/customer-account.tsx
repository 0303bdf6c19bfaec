import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { Suspense } from "react"
import { CustomerCard } from "../features/account/card/customer-card"
import { late } from "../lib/late"
import type { PaymentPlace } from "../ui/beside"

const RecordPayment = late(async () => (await import("../features/drawers")).RecordPayment)

/** Nothing of the drawer is loaded before somebody opens it. */
const payment = (place: PaymentPlace) =>
  place.open && (
    <Suspense>
      <RecordPayment {...place} />
    </Suspense>
  )

/** What a customer owes and what lies idle, on the customer's own page. */
const CustomerAccountWidget = ({ data: customer }: DetailWidgetProps<AdminCustomer>) => (
  <CustomerCard customerId={customer.id} payment={payment} />
)

export const config = defineWidgetConfig({
  id: "medusa-plugin-reconciliation.customer",
  zone: "customer.details.side.before",
})

export default CustomerAccountWidget
