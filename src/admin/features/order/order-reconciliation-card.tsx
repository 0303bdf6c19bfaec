import { clx, Container } from "@medusajs/ui"
import type { OrderReconciliation } from "../../../types/http"
import { useOrderReconciliation } from "./use-order-reconciliation"
import { useIsArranged } from "./use-saved-layout"
import { OrderViewProvider, useNewOrderView } from "./use-order-view"
import { emptiness } from "./matrix/cells"
import { EmptyState } from "./empty-state"
import { ErrorState } from "../../ui/error-state"
import { Legend } from "./legend"
import { LoadingState } from "./loading-state"
import { Matrix } from "./matrix/matrix"
import { MorePanel } from "../../ui/more-panel"
import { Notices } from "./notices"
import { PaymentPlan } from "./plan/payment-plan"
import { ReconciliationHeader } from "./reconciliation-header"
import { Stylesheet } from "../../ui/stylesheet"

/** The page whose cards people may arrange. */
const ZONE = "order.details"

interface CardProps {
  orderId: string
  /** Changes whenever the host's order does. */
  hostState: string
  /** How many rows to expect, for a skeleton of the right height. */
  expectedRows: number
}

export function OrderReconciliationCard({ orderId, hostState, expectedRows }: CardProps) {
  const { data: order, error, refetch } = useOrderReconciliation(orderId, hostState)
  const loading = !order && !error
  const arranged = useIsArranged(ZONE)
  return (
    <Container
      className={clx("divide-y overflow-hidden p-0", !arranged && "reconciliation-high")}
      data-reconciliation=""
      aria-busy={loading}
    >
      <OrderViewProvider value={useNewOrderView(order?.read ? order : undefined)}>
        <MorePanel>
          <ReconciliationHeader orderId={orderId} order={order} loading={loading} />
          {order && (order.read ? <Loaded order={order} /> : <EmptyState reason="not_seen" />)}
          {!order && error && <ErrorState error={error} onRetry={() => void refetch()} />}
          {loading && <LoadingState rows={expectedRows} />}
        </MorePanel>
      </OrderViewProvider>
      <Stylesheet />
    </Container>
  )
}

function Loaded({ order }: { order: OrderReconciliation }) {
  const empty = emptiness(order)
  return (
    <>
      <Notices />
      {empty ? <EmptyState reason={empty} /> : <Matrix />}
      {order.plan && <PaymentPlan plan={order.plan} />}
      <Legend withPlan={order.plan !== null} />
    </>
  )
}
