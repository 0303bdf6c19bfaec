import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { SettingsLoading } from "../../../features/settings/settings-loading"
import { seldom } from "../../../lib/late"

const SettingsPage = seldom(async () => (await import("../../../features/seldom")).SettingsPage)

/** Every option of the ledger, among the host's own settings. */
const SettingsRoute = () => (
  <Suspense fallback={<SettingsLoading />}>
    <SettingsPage />
  </Suspense>
)

export const config = defineRouteConfig({
  label: "reconciliation.menu.title",
  translationNs: "translation",
})

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.menu.title"),
}

export default SettingsRoute
