import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Equals } from "@medusajs/icons"
import { getI18n } from "react-i18next"
import { Navigate } from "react-router-dom"
import { unreconciledPath } from "../../lib/paths"

/** Holds the entries of the sidebar together; pressed itself, it leads to what is to be done. */
const ReconciliationRoute = () => <Navigate to={unreconciledPath} replace />

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
