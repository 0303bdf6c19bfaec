import { Suspense } from "react"
import { getI18n } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { AccountCrumb } from "../../../../features/account/account-crumb"
import { AccountLoading } from "../../../../features/account/account-loading"
import { late } from "../../../../lib/late"
import type { PaymentPlace } from "../../../../ui/beside"

const AccountPage = late(async () => (await import("../../../../features/pages")).AccountPage)
const RecordPayment = late(async () => (await import("../../../../features/drawers")).RecordPayment)
const WriteOffRequests = late(async () => (await import("../../../../features/drawers")).WriteOffRequests)

const payment = (place: PaymentPlace) => (
  <Suspense>
    <RecordPayment {...place} />
  </Suspense>
)

const requests = (accountId: string) => (
  <Suspense>
    <WriteOffRequests accountId={accountId} />
  </Suspense>
)

/** An account with all that happened on it. */
const AccountRoute = () => {
  const { id = "" } = useParams()
  return (
    <Suspense fallback={<AccountLoading />}>
      <AccountPage accountId={id} payment={payment} requests={requests} />
    </Suspense>
  )
}

/** The host asks for it outside of React, and makes the window's title of it. */
export const handle = {
  breadcrumb: ({ params }: UIMatch) => <AccountCrumb accountId={params["id"] ?? ""} />,
  seo: () => ({ title: getI18n().t("reconciliation.account.title") }),
}

export default AccountRoute
