import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { OrderCrumb } from "../../../../features/order/order-crumb"
import { PageLoading } from "../../../../features/order/page/page-loading"
import { late } from "../../../../lib/late"
import type { BesideOrder } from "../../../../ui/beside"

const OrderPage = late(async () => (await import("../../../../features/order/page/order-page")).default)
const RecordPayment = late(async () => (await import("../../../../features/drawers")).RecordPayment)
const UnappliedOffer = late(async () => (await import("../../../../features/drawers")).UnappliedOffer)
const OrderActs = late(async () => (await import("../../../../features/drawers")).OrderActs)
const WriteOffRequests = late(async () => (await import("../../../../features/drawers")).WriteOffRequests)

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
  breadcrumb: ({ params }: UIMatch) => <OrderCrumb orderId={params["id"] ?? ""} />,
  seo: () => ({ title: getI18n().t("reconciliation.title") }),
}

export default OrderRoute
