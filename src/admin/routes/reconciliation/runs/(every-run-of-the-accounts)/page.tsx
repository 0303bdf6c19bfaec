import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { ListLoading } from "../../../../features/lists/list-loading"
import { late } from "../../../../lib/late"

const RunsPage = late(async () => (await import("../../../../features/pages")).RunsPage)

/** Runs over many accounts. The last part of its path, which may be missing, puts its entry last in the sidebar. */
const RunsRoute = () => (
  <Suspense fallback={<ListLoading title="runs" />}>
    <RunsPage />
  </Suspense>
)

export const config = defineRouteConfig({
  label: "reconciliation.menu.runs",
  translationNs: "translation",
})

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.menu.runs"),
}

export default RunsRoute
