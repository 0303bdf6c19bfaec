import { ArrowUpRightOnBox, EllipsisHorizontal, Equals, Users } from "@medusajs/icons"
import { DropdownMenu, Heading, IconButton, Text } from "@medusajs/ui"
import { Fragment, type ReactNode } from "react"
import { Link } from "react-router-dom"
import { accountPath } from "../../lib/paths"
import { useMay } from "../../lib/use-may"
import { GuardedItem } from "../../ui/guarded-item"
import { GuardedButton } from "../../ui/no-right"
import { MayLook, ReadOnlyBadge } from "../../ui/read-only"
import { StateBadge } from "../../ui/state-sign"
import { useAsk } from "./acts/asked"
import { RecordUnknown } from "./money/record-unknown"
import { useAccountView } from "./use-account-view"
import { useOwnerName } from "./use-owner-name"

/** Whose account it is, how it stands, and what can be done with the whole of it. */
export function AccountHeader({ recordPayment }: { recordPayment?: ReactNode }) {
  const { t, account } = useAccountView()
  const ask = useAsk()
  const mayRun = useMay("run")
  const mayManage = useMay("manage")
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <div className="flex flex-wrap items-center gap-2">
          <Heading level="h1" className="break-words outline-none" tabIndex={-1}>
            {useOwnerName()}
          </Heading>
          <StateBadge state={account.state} />
          {!mayManage && <ReadOnlyBadge />}
        </div>
        <Facts />
        {!mayManage && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle" data-needs-said="">
            {t("noRight.change", { right: t("rights.manage") })} {t("noRight.ask")}
          </Text>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {/* Nobody's money pays nothing: there is nothing to reconcile. */}
        {account.owner_type === "suspense" ? (
          <RecordUnknown currencyCode={account.currency_code} isFirst />
        ) : (
          <GuardedButton
            right="run"
            allowed={mayRun}
            data-reconciles=""
            onClick={() => ask({ act: "reconcile" })}
          >
            <Equals aria-hidden />
            {t("account.reconcile.action")}
          </GuardedButton>
        )}
        {recordPayment}
        <MoreMenu />
      </div>
    </header>
  )
}

function Facts() {
  const { t, account } = useAccountView()
  const { owner, currency_code: currency, other_accounts: others } = account
  const company = owner?.company === owner?.name ? null : owner?.company
  // A customer without a name is called by the e-mail address.
  const email = owner?.email === owner?.name ? null : owner?.email
  const facts: ReactNode[] = [
    company,
    email,
    t(company || email ? "account.inCurrency" : "account.inCurrencyFirst", {
      currency: currency.toUpperCase(),
    }),
    account.owner_type === "suspense" && t("money.unknown.waits"),
    ...others.map(({ id, currency_code: code }) => (
      <Link key={id} to={accountPath(id)} className="reconciliation-link">
        {t("account.also", { currency: code.toUpperCase() })}
      </Link>
    )),
  ].filter(Boolean)
  return (
    <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
      {facts.map((fact, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the facts of an account keep their places
        <Fragment key={place}>
          {place > 0 && " · "}
          {fact}
        </Fragment>
      ))}
    </Text>
  )
}

function MoreMenu() {
  const { t, account } = useAccountView()
  const ask = useAsk()
  const mayManage = useMay("manage")
  const { owner, owner_type: type, member_of: of } = account
  const customer = type === "customer" ? owner : null
  const mayJoin = (type === "customer" || type === "order") && !of
  if (!customer && !mayJoin) return null
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          type="button"
          aria-label={t("account.more")}
          data-account-menu=""
        >
          <EllipsisHorizontal aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {mayJoin && (
          <GuardedItem icon={Users} right="manage" allowed={mayManage} onSelect={() => ask({ act: "join" })}>
            {t("members.join.menu")}
          </GuardedItem>
        )}
        {customer && (
          <DropdownMenu.Item asChild className="gap-x-2">
            <Link to={`/customers/${customer.id}`}>
              <ArrowUpRightOnBox aria-hidden className="text-ui-fg-subtle" />
              {t("account.openCustomer")}
            </Link>
          </DropdownMenu.Item>
        )}
        {mayJoin && !mayManage && <MayLook />}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
