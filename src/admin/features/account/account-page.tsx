import { Cash, ExclamationCircle } from "@medusajs/icons"
import { Button, Container } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { Link } from "react-router-dom"
import type { AccountView, PlannedPaymentView } from "../../../types/http"
import { accountsPath } from "../../lib/paths"
import { payerOf } from "../../lib/payer"
import { useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import type { PaymentPlace } from "../../ui/beside"
import { ErrorState } from "../../ui/error-state"
import { Message, Saying } from "../../ui/message"
import { GuardedButton, NoRight } from "../../ui/no-right"
import { Stylesheet } from "../../ui/stylesheet"
import { AccountFigures } from "./account-figures"
import { AccountHeader } from "./account-header"
import { AccountLoading } from "./account-loading"
import { Acts } from "./acts/asked"
import { IdleAndPlanned } from "./idle-and-planned"
import { TransactionsSection } from "./ledger/transactions-section"
import { Memberships } from "./members/memberships"
import { useAccount } from "./use-account"
import { AccountProvider } from "./use-account-view"

interface AccountPageProps {
  accountId: string
  /** The drawer in which a payment is recorded; the route gives it, for features know nothing of each other. */
  payment?: (place: PaymentPlace) => ReactNode
  /** Write-offs of the account that wait for a second person; the route gives them too. */
  requests?: (accountId: string) => ReactNode
}

/** The page of an account: what is open, what lies idle, what is planned, and all that happened, with the balance. */
export default function AccountPage({ accountId, ...beside }: AccountPageProps) {
  const { data: account, error, refetch } = useAccount(accountId)
  if (account) return <LoadedAccount key={account.id} account={account} {...beside} />
  if (!error) return <AccountLoading />
  return (
    <div data-reconciliation="">
      <Container className="p-0">
        {error.status === 401 || error.status === 403 ? (
          <NoRight right="view" />
        ) : error.body?.code === "account_not_found" ? (
          <UnknownAccount />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </Container>
      <Stylesheet />
    </div>
  )
}

/** Whether money is being recorded, and the planned payment that it is for. */
interface Recording {
  readonly isOpen: boolean
  readonly planned?: PlannedPaymentView
}

interface LoadedAccountProps extends Omit<AccountPageProps, "accountId"> {
  account: AccountView
}

function LoadedAccount({ account, payment, requests }: LoadedAccountProps) {
  const { t } = useWords()
  const mayManage = useMay("manage")
  const [recording, setRecording] = useState<Recording>({ isOpen: false })
  const record = payment && payerOf(account) !== null ? setRecording : undefined
  const button = record && (
    <GuardedButton
      right="manage"
      allowed={mayManage}
      variant="primary"
      data-opens-payment=""
      onClick={() => record({ isOpen: true })}
    >
      <Cash aria-hidden />
      {t("payment.title")}
    </GuardedButton>
  )
  return (
    <AccountProvider account={account}>
      <Acts>
        <div data-reconciliation="" className="flex flex-col gap-y-2">
          <Container className="divide-y overflow-hidden p-0">
            <AccountHeader recordPayment={button} />
            <AccountFigures />
          </Container>
          <Memberships />
          {requests?.(account.id)}
          <IdleAndPlanned onRecord={record && ((planned) => record({ isOpen: true, planned }))} />
          <TransactionsSection />
          <Stylesheet />
        </div>
        {payment?.({
          accountId: account.id,
          about: account.owner?.name,
          orderId: recording.planned?.order_id,
          instalments: recording.planned && [recording.planned],
          open: recording.isOpen,
          onClose: () => setRecording({ ...recording, isOpen: false }),
          mayManage,
        })}
      </Acts>
    </AccountProvider>
  )
}

function UnknownAccount() {
  const { t } = useWords()
  const action = (
    <Button asChild size="small" variant="secondary">
      <Link to={accountsPath}>{t("account.toList")}</Link>
    </Button>
  )
  return (
    <div data-empty="unknown">
      <Message icon={ExclamationCircle} title={t("account.unknown.title")} action={action}>
        <Saying quiet>{t("account.unknown.text")}</Saying>
      </Message>
    </div>
  )
}
