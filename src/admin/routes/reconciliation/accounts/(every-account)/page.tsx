import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { ListLoading } from "../../../../features/account/list/list-loading"
import { late } from "../../../../lib/late"

const AccountList = late(async () => (await import("../../../../features/pages")).AccountList)

/** All accounts of the store. The last part of its path, which may be missing, puts its entry after the transactions in the sidebar. */
const AccountsRoute = () => (
  <Suspense fallback={<ListLoading />}>
    <AccountList />
  </Suspense>
)

export const config = defineRouteConfig({
  label: "reconciliation.account.menu",
  translationNs: "translation",
})

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.account.menu"),
}

export default AccountsRoute
