import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { FormLoading } from "../../../../features/record-payment/form-loading"
import { late } from "../../../../lib/late"

const BatchPage = late(async () => (await import("../../../../features/pages")).BatchPage)

/** Many payments at once. It is opened from where one is recorded, so it has no entry in the sidebar. */
const BatchRoute = () => (
  <Suspense fallback={<FormLoading />}>
    <BatchPage />
  </Suspense>
)

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.batch.title"),
}

export default BatchRoute
