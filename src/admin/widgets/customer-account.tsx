import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { lazy, Suspense } from "react"
import { CustomerCard } from "../features/account/card/customer-card"
import type { PaymentPlace } from "../ui/beside"

const RecordPayment = lazy(() => import("../features/record-payment/record-payment"))

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
