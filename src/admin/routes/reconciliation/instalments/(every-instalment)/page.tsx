import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { ListLoading } from "../../../../features/lists/list-loading"
import { late } from "../../../../lib/late"
import type { ActPlace, PaymentPlace } from "../../../../ui/beside"

const InstalmentsPage = late(async () => (await import("../../../../features/pages")).InstalmentsPage)
const RecordPayment = late(async () => (await import("../../../../features/drawers")).RecordPayment)
const OrderActs = late(async () => (await import("../../../../features/drawers")).OrderActs)

/** Nothing of the drawers is loaded before somebody opens one. */
const payment = (place: PaymentPlace) => (
  <Suspense>
    <RecordPayment {...place} />
  </Suspense>
)

const act = ({ act: begun, ...place }: ActPlace) =>
  begun && (
    <Suspense>
      <OrderActs act={begun} {...place} />
    </Suspense>
  )

/** Planned payments of all accounts. The last part of its path, which may be missing, puts its entry last in the sidebar. */
const InstalmentsRoute = () => (
  <Suspense fallback={<ListLoading title="instalments" />}>
    <InstalmentsPage payment={payment} act={act} />
  </Suspense>
)

export const config = defineRouteConfig({
  label: "reconciliation.menu.instalments",
  translationNs: "translation",
})

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.menu.instalments"),
}

export default InstalmentsRoute
