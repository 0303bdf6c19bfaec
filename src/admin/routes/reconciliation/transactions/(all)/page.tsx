import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { ListLoading } from "../../../../features/lists/list-loading"
import { late } from "../../../../lib/late"
import type { PaymentPlace } from "../../../../ui/beside"

const TransactionsPage = late(async () => (await import("../../../../features/pages")).TransactionsPage)
const RecordPayment = late(async () => (await import("../../../../features/drawers")).RecordPayment)

/** Nothing of the drawer is loaded before somebody opens it. */
const payment = (place: PaymentPlace) => (
  <Suspense>
    <RecordPayment {...place} />
  </Suspense>
)

/** Every transaction of all accounts. */
const TransactionsRoute = () => (
  <Suspense fallback={<ListLoading title="transactions" />}>
    <TransactionsPage payment={payment} />
  </Suspense>
)

/**
 * The sidebar lists what is below an entry by the length of its path, and takes a last part that may be missing for
 * nothing: "(all)" puts this one after what is unreconciled, and "(every-account)" the accounts after both.
 */
export const config = defineRouteConfig({
  label: "reconciliation.menu.transactions",
  translationNs: "translation",
})

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.menu.transactions"),
}

export default TransactionsRoute
