import { PaymentPlan } from "../../../src/admin/features/order/plan/payment-plan"
import { OrderViewProvider, useNewOrderView } from "../../../src/admin/features/order/use-order-view"
import { ORDERS } from "./orders"

/** The planned payments of an order, as a table and as the list that a telephone has room for. */
export function Plans() {
  const view = useNewOrderView(ORDERS["overdue instalment"])
  const plan = view?.order.plan
  if (!plan) return null
  return (
    <OrderViewProvider value={view}>
      <PaymentPlan plan={plan} isNarrow={false} />
      <div style={{ maxWidth: 320 }}>
        <PaymentPlan plan={plan} isNarrow />
      </div>
    </OrderViewProvider>
  )
}
