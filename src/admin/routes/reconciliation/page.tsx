import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Equals } from "@medusajs/icons"
import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { OverviewLoading } from "../../features/overview/overview-loading"
import { late } from "../../lib/late"

const OverviewPage = late(async () => (await import("../../features/pages")).OverviewPage)

/** What needs a person. Its entry holds the others of the sidebar together. */
const ReconciliationRoute = () => (
  <Suspense fallback={<OverviewLoading />}>
    <OverviewPage />
  </Suspense>
)

export const config = defineRouteConfig({
  label: "reconciliation.menu.title",
  translationNs: "translation",
  icon: Equals,
})

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.menu.title"),
}

export default ReconciliationRoute
