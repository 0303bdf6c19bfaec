import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { useParams } from "react-router-dom"
import { ReceiptLoading } from "../../../../features/receipt/receipt-loading"
import { late } from "../../../../lib/late"

const ReceiptPage = late(async () => (await import("../../../../features/pages")).ReceiptPage)

/** A receipt or a credit note by its number. It is opened from where a number stands, so no entry. */
const ReceiptRoute = () => {
  const { number = "" } = useParams()
  return (
    <Suspense fallback={<ReceiptLoading />}>
      <ReceiptPage number={number} />
    </Suspense>
  )
}

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: () => getI18n().t("reconciliation.receiptPage.title"),
}

export default ReceiptRoute
