import { Stylesheet } from "../../../ui/stylesheet"
import { useOrderReconciliation } from "../use-order-reconciliation"
import { useIsArranged } from "../use-saved-layout"
import { CardView } from "./card-view"

/** The page whose cards people may arrange. */
const ZONE = "order.details"

interface OrderCardProps {
  readonly orderId: string
  /** Changes whenever the host's order does. */
  readonly hostState: string
  /** Whether the host holds an authorised payment of the order. */
  readonly isAuthorized: boolean
}

/** Reads an order and shows its card; it changes nothing by itself. */
export function OrderCard({ orderId, hostState, isAuthorized }: OrderCardProps) {
  const { data: answer, error, refetch } = useOrderReconciliation(orderId, hostState)
  const isArranged = useIsArranged(ZONE)
  return (
    <>
      <CardView
        orderId={orderId}
        answer={answer}
        error={error}
        onRetry={() => void refetch()}
        isAuthorized={isAuthorized}
        className={isArranged ? undefined : "reconciliation-high"}
      />
      <Stylesheet />
    </>
  )
}
