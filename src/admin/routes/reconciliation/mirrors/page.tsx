import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { MirrorsLoading } from "../../../features/mirrors/mirrors-loading"
import { late } from "../../../lib/late"

const MirrorsPage = late(async () => (await import("../../../features/pages")).MirrorsPage)

/** Money that the store's own orders do not count. It is opened from where an order says so, so it has no entry. */
const MirrorsRoute = () => (
  <Suspense fallback={<MirrorsLoading />}>
    <MirrorsPage />
  </Suspense>
)

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.mirror.title"),
}

export default MirrorsRoute
