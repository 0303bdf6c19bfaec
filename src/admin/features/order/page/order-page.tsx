import { Button, Container } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { RequestError } from "../../../lib/client"
import { hostOrderPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { useWords } from "../../../lib/use-words"
import type { BesideOrder } from "../../../ui/beside"
import { ErrorState } from "../../../ui/error-state"
import { MorePanel } from "../../../ui/more-panel"
import { NoRight } from "../../../ui/no-right"
import { Stylesheet } from "../../../ui/stylesheet"
import { EmptyState } from "../empty-state"
import { keptCount } from "../grid/kept-edits"
import { useOrderReconciliation } from "../use-order-reconciliation"
import { OrderViewProvider, useNewOrderView } from "../use-order-view"
import { OrderDesk } from "./order-desk"
import { PageHeader } from "./page-header"
import { PageLoading } from "./page-loading"

/** The page of one order: what paid which item, changed in place. */
export default function OrderPage({ orderId, beside }: { orderId: string; beside: BesideOrder }) {
  const { data: order, error, refetch } = useOrderReconciliation(orderId, "")
  const canEdit = useMay("manage")
  const { t } = useWords()
  const view = useNewOrderView(order?.read ? order : undefined)
  if (error && !order)
    return (
      <Container className="p-0" data-reconciliation="">
        {error.status === 403 ? (
          <NoRight
            right="view"
            action={
              <Button asChild size="small" variant="secondary">
                <Link to={hostOrderPath(orderId)}>{t("page.back")}</Link>
              </Button>
            }
          />
        ) : (
          <Unread orderId={orderId} error={error} onRetry={() => void refetch()} />
        )}
        <Stylesheet />
      </Container>
    )
  if (!order) return <PageLoading />
  if (!order.read || !view)
    return (
      <Container className="divide-y p-0" data-reconciliation="">
        <PageHeader order={order} canEdit={canEdit} />
        <EmptyState reason="not_seen" />
        <Stylesheet />
      </Container>
    )
  return (
    <OrderViewProvider value={view}>
      <MorePanel>
        <div data-reconciliation="" className="reconciliation-desk flex flex-col gap-y-2">
          <OrderDesk key={order.id} order={order} canEdit={canEdit} beside={beside} />
        </div>
      </MorePanel>
      <Stylesheet />
    </OrderViewProvider>
  )
}

interface UnreadProps {
  orderId: string
  error: RequestError
  onRetry: () => void
}

/** The order could not be read; what was typed before is still there, and says so. */
function Unread({ orderId, ...failed }: UnreadProps) {
  const { t } = useWords()
  const [kept] = useState(() => keptCount(orderId))
  return <ErrorState {...failed} kept={kept > 0 ? t("grid.save.kept", { count: kept }) : undefined} />
}
