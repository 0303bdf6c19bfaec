import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState } from "react"
import { PaymentPlan } from "../../../src/admin/features/order/plan/payment-plan"
import { OrderViewProvider, useNewOrderView } from "../../../src/admin/features/order/use-order-view"
import { ORDERS } from "./orders"

/** The planned payments of an order, as a table and as the list that a telephone has room for. */
export function Plans() {
  // Nobody has said what the reader may do.
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { enabled: false } } }))
  const view = useNewOrderView(ORDERS["overdue instalment"])
  const plan = view?.order.plan
  if (!plan) return null
  return (
    <QueryClientProvider client={client}>
      <OrderViewProvider value={view}>
        <PaymentPlan plan={plan} isNarrow={false} onCancel={() => undefined} />
        <div style={{ maxWidth: 320 }}>
          <PaymentPlan plan={plan} isNarrow onCancel={() => undefined} />
        </div>
      </OrderViewProvider>
    </QueryClientProvider>
  )
}
