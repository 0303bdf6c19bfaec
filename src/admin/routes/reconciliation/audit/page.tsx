import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { AuditLoading } from "../../../features/audit/audit-loading"
import { seldom } from "../../../lib/late"

const AuditPage = seldom(async () => (await import("../../../features/seldom")).AuditPage)

/** What the shop's records say against each other. It is opened from the overview, so it has no entry. */
const AuditRoute = () => (
  <Suspense fallback={<AuditLoading />}>
    <AuditPage />
  </Suspense>
)

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.menu.audit"),
}

export default AuditRoute
