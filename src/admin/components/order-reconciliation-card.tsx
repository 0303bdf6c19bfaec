import { Container } from "@medusajs/ui"
import type { OrderReconciliation } from "../../types/http"
import { useOrderReconciliation } from "../hooks/use-order-reconciliation"
import { OrderViewProvider, useNewOrderView } from "../hooks/use-order-view"
import type { RequestError } from "../lib/client"
import { emptiness } from "../lib/matrix"
import { EmptyState } from "./empty-state"
import { ErrorState } from "./error-state"
import { Legend } from "./legend"
import { LoadingState } from "./loading-state"
import { Matrix } from "./matrix/matrix"
import { MorePanel } from "./more-panel"
import { Notices } from "./notices"
import { ReconciliationHeader } from "./reconciliation-header"

/** Codes of a 404 that mean "not read yet" rather than "no such order". */
const NOT_SEEN = new Set(["order_not_seen", "order_not_posted"])

const notSeen = (error: RequestError) => NOT_SEEN.has(error.body?.code ?? "")

interface CardProps {
  orderId: string
  /** Changes whenever the host's order does. */
  hostState: string
  /** How many rows to expect, for a skeleton of the right height. */
  expectedRows: number
}

export function OrderReconciliationCard({ orderId, hostState, expectedRows }: CardProps) {
  const { data: order, error, refetch } = useOrderReconciliation(orderId, hostState)
  const unseen = error !== null && notSeen(error)
  const loading = !order && !error
  return (
    <Container className="divide-y overflow-hidden p-0" data-reconciliation="" aria-busy={loading}>
      <OrderViewProvider value={useNewOrderView(order)}>
        <MorePanel>
          <ReconciliationHeader orderId={orderId} order={order} loading={loading} />
          {order && <Loaded order={order} />}
          {!order && unseen && <EmptyState reason="not_seen" />}
          {!order && error && !unseen && <ErrorState error={error} onRetry={() => void refetch()} />}
          {loading && <LoadingState rows={expectedRows} />}
        </MorePanel>
      </OrderViewProvider>
    </Container>
  )
}

function Loaded({ order }: { order: OrderReconciliation }) {
  const empty = emptiness(order)
  return (
    <>
      <Notices />
      {empty ? <EmptyState reason={empty} /> : <Matrix />}
      <Legend />
    </>
  )
}
