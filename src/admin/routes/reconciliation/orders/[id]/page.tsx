import { lazy, Suspense } from "react"
import { getI18n } from "react-i18next"
import { useParams } from "react-router-dom"
import { PageLoading } from "../../../../features/order/page/page-loading"
import type { BesideOrder } from "../../../../ui/beside"

const OrderPage = lazy(() => import("../../../../features/order/page/order-page"))
const RecordPayment = lazy(() => import("../../../../features/record-payment/record-payment"))
const UnappliedOffer = lazy(() => import("../../../../features/record-payment/unapplied-offer"))
const OrderActs = lazy(() => import("../../../../features/order-acts/order-acts"))

const WriteOffRequests = lazy(async () => ({
  default: (await import("../../../../features/write-off-requests/write-off-requests")).WriteOffRequests,
}))

const BESIDE: BesideOrder = {
  payment: (place) => (
    <Suspense>
      <RecordPayment {...place} />
    </Suspense>
  ),
  unapplied: (order, mayManage) => (
    <Suspense>
      <UnappliedOffer order={order} mayManage={mayManage} />
    </Suspense>
  ),
  requests: ({ id, account_id: accountId }) => (
    <Suspense>
      <WriteOffRequests accountId={accountId} orderId={id} />
    </Suspense>
  ),
  act: ({ act, ...place }) =>
    act && (
      <Suspense>
        <OrderActs act={act} {...place} />
      </Suspense>
    ),
}

/** An order's money against its items. It is opened from the order, so it has no entry in the sidebar. */
const OrderRoute = () => {
  const { id = "" } = useParams()
  return (
    <Suspense fallback={<PageLoading />}>
      <OrderPage orderId={id} beside={BESIDE} />
    </Suspense>
  )
}

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.title"),
}

export default OrderRoute
