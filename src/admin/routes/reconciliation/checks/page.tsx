import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { ChecksLoading } from "../../../features/checks/checks-loading"
import { late } from "../../../lib/late"

const ChecksPage = late(async () => (await import("../../../features/seldom")).ChecksPage)

/** What the last check of the books found. It is opened from the overview, so it has no entry. */
const ChecksRoute = () => (
  <Suspense fallback={<ChecksLoading />}>
    <ChecksPage />
  </Suspense>
)

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.menu.checks"),
}

export default ChecksRoute
