import { ArrowRight, Cash } from "@medusajs/icons"
import { clx, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { Link } from "react-router-dom"
import type { AccountTransactionView, ListedAccountView } from "../../../../types/http"
import { mayPass, request, type RequestError } from "../../../lib/client"
import { isZero } from "../../../lib/money"
import { accountPath, batchPath } from "../../../lib/paths"
import { payerOf } from "../../../lib/payer"
import { useMay } from "../../../lib/use-may"
import { useWords } from "../../../lib/use-words"
import type { PaymentPlace } from "../../../ui/beside"
import { CodeBadge } from "../../../ui/matching-code"
import { GuardedButton } from "../../../ui/no-right"
import { StateIcon } from "../../../ui/state-icon"
import { STATE_COLOR } from "../../../ui/state-sign"
import { Stylesheet } from "../../../ui/stylesheet"
import { CardError } from "../../order/card/card-error"
import { useIsArranged } from "../../order/use-saved-layout"
import { Acts, useAsk } from "../acts/asked"
import { transactionName, unappliedName } from "../ledger/transaction-name"
import { useAccount, useTransactions } from "../use-account"
import { AccountProvider, useAccountView } from "../use-account-view"
import { CardFigures } from "./card-figures"

/** The page whose cards people may arrange. */
const ZONE = "customer.details"
const LATEST = 4

interface CustomerCardProps {
  customerId: string
  /** The drawer in which a payment is recorded; the widget gives it, for features know nothing of each other. */
  payment?: ((place: PaymentPlace) => ReactNode) | undefined
}

/** What a customer owes and what lies idle, on the customer's own page; a currency at a time. */
export function CustomerCard({ customerId, payment }: CustomerCardProps) {
  const { t } = useWords()
  const isArranged = useIsArranged(ZONE)
  const { data, error, refetch } = useQuery<ListedAccountView[], RequestError>({
    queryKey: ["reconciliation", "accounts", "of", customerId],
    queryFn: async ({ signal }) => {
      const path = `/admin/reconciliation/accounts?customer_id=${encodeURIComponent(customerId)}`
      return (await request<{ accounts: ListedAccountView[] }>(path, { signal })).accounts
    },
    staleTime: 0,
    retry: (failures, refused) => failures < 1 && mayPass(refused),
  })
  return (
    <>
      <Container
        className={clx(
          "reconciliation-card flex flex-col divide-y overflow-hidden p-0",
          !isArranged && "reconciliation-high",
        )}
        data-reconciliation={data ? "read" : error ? "error" : "loading"}
        aria-busy={!data && !error}
      >
        {data && data.length > 0 && <OfAccounts accounts={data} customerId={customerId} payment={payment} />}
        {!(data && data.length > 0) && (
          <div>
            <Heading level="h2">{t("account.card.title")}</Heading>
          </div>
        )}
        {data?.length === 0 && (
          <div className="flex flex-col items-start gap-y-2">
            <Text size="small" className="text-ui-fg-subtle">
              {t("account.card.none")}
            </Text>
            <Link
              to={batchPath()}
              className="reconciliation-link txt-compact-small-plus focus-visible:shadow-borders-interactive-with-focus rounded outline-none"
            >
              {t("payment.title")}
            </Link>
          </div>
        )}
        {!data && error && <CardError error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading />}
      </Container>
      <Stylesheet />
    </>
  )
}

function Loading() {
  const { t } = useWords()
  return (
    <div className="flex flex-1 flex-col gap-y-3">
      <output className="sr-only">{t("account.loading")}</output>
      {["60%", "80%", "70%", "75%", "65%"].map((width) => (
        <Skeleton key={width} className="reconciliation-late h-4" style={{ width }} />
      ))}
    </div>
  )
}

type Payment = Pick<CustomerCardProps, "payment">

interface OfAccountsProps extends CustomerCardProps {
  accounts: readonly ListedAccountView[]
}

/** Of a member, the account of whom they are a member of comes first: what is new is there. */
function OfAccounts({ accounts, customerId, payment }: OfAccountsProps) {
  const { t } = useWords()
  const isOwn = (one: ListedAccountView): boolean => one.owner_id === customerId
  const first = accounts.find((one) => !isOwn(one)) ?? accounts[0]
  const [chosen, setChosen] = useState(first?.id)
  const id = accounts.some((one) => one.id === chosen) ? chosen : first?.id
  const nameOf = (one: ListedAccountView): string =>
    [one.currency_code.toUpperCase(), isOwn(one) ? null : one.owner?.name].filter(Boolean).join(" · ")
  return (
    <>
      <div className="flex items-center justify-between gap-x-2">
        <Heading level="h2">{t("account.card.title")}</Heading>
        {accounts.length > 1 ? (
          <fieldset
            aria-label={t("account.card.currency")}
            className="reconciliation-segments txt-compact-small-plus"
          >
            {accounts.map((one) => (
              <button
                key={one.id}
                type="button"
                aria-pressed={one.id === id}
                className="text-ui-fg-subtle focus-visible:shadow-borders-interactive-with-focus outline-none"
                onClick={() => setChosen(one.id)}
              >
                {nameOf(one)}
              </button>
            ))}
          </fieldset>
        ) : (
          <span className="txt-compact-small text-ui-fg-subtle">{first && nameOf(first)}</span>
        )}
      </div>
      {id !== undefined && <OneAccount key={id} accountId={id} payment={payment} />}
    </>
  )
}

function OneAccount({ accountId, payment }: { accountId: string } & Payment) {
  const { data: account, error, refetch } = useAccount(accountId)
  if (!account) return error ? <CardError error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <AccountProvider account={account}>
      <Acts>
        <CardFigures account={account} />
        <IdleLine />
        <Latest />
        <Foot payment={payment} />
      </Acts>
    </AccountProvider>
  )
}

/** The newest money that pays nothing yet, with the way to let it pay. */
function IdleLine() {
  const speech = useAccountView()
  const { t, amount, dayInSentence, account } = speech
  const ask = useAsk()
  const mayManage = useMay("manage")
  const [item] = account.unapplied
  if (!item) return null
  return (
    <div className="reconciliation-step">
      <Text size="small" leading="compact" className="flex items-start gap-x-2">
        <StateIcon state="none" className="reconciliation-step-sign text-ui-tag-orange-icon" />
        <span className="min-w-0">
          {t("account.unapplied.said", { amount: amount(item.open), date: dayInSentence(item.occurred_on) })}
        </span>
      </Text>
      <GuardedButton
        right="manage"
        allowed={mayManage}
        className="shrink-0 whitespace-nowrap"
        aria-label={t("account.unapplied.applyNamed", {
          amount: amount(item.open),
          name: unappliedName(item, speech).name,
        })}
        onClick={() => ask({ act: "apply", item })}
      >
        {t("account.unapplied.apply")}
      </GuardedButton>
    </div>
  )
}

function Latest() {
  const { t, account } = useAccountView()
  const { data } = useTransactions(account.id, { show: "all", rank: null, order: "newest" }, LATEST)
  const rows = data?.pages[0]?.transactions ?? []
  if (!data)
    return (
      <div aria-hidden>
        <Skeleton className="reconciliation-late h-4" style={{ width: "70%", height: 108 }} />
      </div>
    )
  return (
    <ul aria-label={t("account.card.recent")} className="flex flex-1 flex-col gap-y-3">
      {rows.map((one) => (
        <LatestRow key={one.id} one={one} />
      ))}
    </ul>
  )
}

function LatestRow({ one }: { one: AccountTransactionView }) {
  const speech = useAccountView()
  const { t, amount, dayInSentence } = speech
  return (
    <li className="txt-compact-small flex items-center gap-x-2">
      <span className="text-ui-fg-subtle reconciliation-day shrink-0 whitespace-nowrap">
        {dayInSentence(one.occurred_on)}
      </span>
      <StateIcon state={one.state} className={clx("shrink-0", STATE_COLOR[one.state])} />
      <span className="sr-only">{t(`states.${one.state}.short`)}</span>
      <span className="min-w-0 flex-1 truncate">{transactionName(one, speech).name}</span>
      {one.codes.slice(0, 2).map((code) => (
        <CodeBadge key={code.rank} code={code} />
      ))}
      <span className="shrink-0 tabular-nums">
        {amount(isZero(one.payments) ? one.charges : `-${one.payments}`)}
      </span>
    </li>
  )
}

function Foot({ payment: drawer }: Payment) {
  const { t, account } = useAccountView()
  // A member's money is recorded on the company's account.
  const payment = payerOf(account) === null ? undefined : drawer
  const mayManage = useMay("manage")
  const [recording, setRecording] = useState(false)
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <Link
        to={accountPath(account.id)}
        className="reconciliation-link txt-compact-small-plus focus-visible:shadow-borders-interactive-with-focus inline-flex items-center gap-x-1 rounded outline-none"
      >
        {t("account.card.link")}
        <ArrowRight aria-hidden />
      </Link>
      {payment && (
        <GuardedButton
          right="manage"
          allowed={mayManage}
          data-opens-payment=""
          onClick={() => setRecording(true)}
        >
          <Cash aria-hidden />
          {t("payment.title")}
        </GuardedButton>
      )}
      {payment?.({
        accountId: account.id,
        about: account.owner?.name,
        open: recording,
        onClose: () => setRecording(false),
        mayManage,
      })}
    </div>
  )
}
