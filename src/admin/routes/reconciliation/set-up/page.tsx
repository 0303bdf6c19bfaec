import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { late } from "../../../lib/late"

const SetUpPage = late(async () => (await import("../../../features/seldom")).SetUpPage)

/** The set-up over the whole screen. It is opened from the overview and the settings, so it has no entry in the sidebar. */
const SetUpRoute = () => (
  <Suspense fallback={null}>
    <SetUpPage />
  </Suspense>
)

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.menu.title"),
}

export default SetUpRoute
