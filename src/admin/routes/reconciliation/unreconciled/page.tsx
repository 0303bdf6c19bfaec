import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { ListLoading } from "../../../features/lists/list-loading"
import { late } from "../../../lib/late"
import type { PaymentPlace } from "../../../ui/beside"

const UnreconciledPage = late(async () => (await import("../../../features/pages")).UnreconciledPage)
const RecordPayment = late(async () => (await import("../../../features/drawers")).RecordPayment)

/** Nothing of the drawer is loaded before somebody opens it. */
const payment = (place: PaymentPlace) => (
  <Suspense>
    <RecordPayment {...place} />
  </Suspense>
)

/** What is not fully reconciled, of all accounts. */
const UnreconciledRoute = () => (
  <Suspense fallback={<ListLoading title="unreconciled" />}>
    <UnreconciledPage payment={payment} />
  </Suspense>
)

export const config = defineRouteConfig({
  label: "reconciliation.menu.unreconciled",
  translationNs: "translation",
})

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.menu.unreconciled"),
}

export default UnreconciledRoute
