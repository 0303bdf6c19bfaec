import { Calendar, Cash, EllipsisHorizontal, ExclamationCircle, Receipt, XCircle } from "@medusajs/icons"
import { Container, DropdownMenu, IconButton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { PlannedPaymentView, UnappliedView } from "../../../types/http"
import { daysBetween } from "../../lib/dates"
import { isZero } from "../../lib/money"
import { useMay } from "../../lib/use-may"
import { useToday } from "../../lib/use-today"
import { GuardedItem } from "../../ui/guarded-item"
import { GuardedButton } from "../../ui/no-right"
import { StateIcon } from "../../ui/state-icon"
import { SIGNS } from "../order/plan/instalment-sign"
import { useAsk } from "./acts/asked"
import { isCredit, unappliedName } from "./ledger/transaction-name"
import { MoneyItems } from "./money/money-items"
import { useAccountView } from "./use-account-view"

/** What pays nothing yet, each with its own button, and what is planned, side by side. */
export function IdleAndPlanned() {
  const { t, amount, account } = useAccountView()
  const { totals, unapplied } = account
  return (
    <div className="reconciliation-halves">
      <Half
        name="unapplied"
        title={t("account.unapplied.title")}
        sum={isZero(totals.unallocated) ? null : amount(totals.unallocated)}
        tone="text-ui-tag-orange-text"
      >
        {unapplied.length === 0 && <Calm>{t("account.unapplied.none")}</Calm>}
        <ul>
          {unapplied.map((item) => (
            <UnappliedRow key={item.id} item={item} />
          ))}
        </ul>
      </Half>
      {account.owner_type !== "suspense" && <Planned />}
    </div>
  )
}

function Planned() {
  const { t, amount, account } = useAccountView()
  const { totals, planned_payments: planned } = account
  return (
    <Half
      name="planned"
      title={t("account.planned.title")}
      sum={isZero(totals.planned) ? null : amount(totals.planned)}
      tone="text-ui-tag-blue-text"
    >
      {planned.length === 0 && <Calm>{t("account.planned.none")}</Calm>}
      <ul>
        {planned.map((payment) => (
          <PlannedRow key={payment.id} payment={payment} />
        ))}
      </ul>
    </Half>
  )
}

interface HalfProps {
  readonly name: string
  readonly title: string
  readonly sum: string | null
  readonly tone: string
  readonly children: ReactNode
}

function Half({ name, title, sum, tone, children }: HalfProps) {
  return (
    <Container className="overflow-hidden p-0" data-half={name}>
      <div className="flex items-center justify-between gap-x-4 px-6 py-3">
        <h2 className="txt-compact-small-plus">{title}</h2>
        {sum !== null && <span className={`txt-compact-small-plus tabular-nums ${tone}`}>{sum}</span>}
      </div>
      <div className="reconciliation-half">{children}</div>
    </Container>
  )
}

function Calm({ children }: { children: string }) {
  return (
    <Text size="small" className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3">
      {children}
    </Text>
  )
}

function UnappliedRow({ item }: { item: UnappliedView }) {
  const speech = useAccountView()
  const { amount, dayInSentence, t, account } = speech
  const { name, detail } = unappliedName(item, speech)
  const isNobodys = account.owner_type === "suspense"
  return (
    <li
      className="reconciliation-idle border-ui-border-base flex items-center gap-x-3 gap-y-2 border-t px-6 py-2.5"
      data-unapplied={item.id}
    >
      <span aria-hidden className="text-ui-fg-subtle shrink-0">
        {isCredit(item) ? <Receipt /> : <Cash />}
      </span>
      <div className="min-w-0 flex-1">
        <Text size="small" leading="compact" className="break-words">
          {name}, {dayInSentence(item.occurred_on)}
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle break-words">
          {[detail, !isNobodys && fitting(item, t)].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <span className="txt-compact-small-plus tabular-nums">{amount(item.open)}</span>
      <UnappliedActs item={item} name={name} />
    </li>
  )
}

/** First what it most likely needs: to be applied, or, of nobody's money, to be moved to its customer; then the rest. */
function UnappliedActs({ item, name }: { item: UnappliedView; name: string }) {
  const { t, amount, account } = useAccountView()
  const ask = useAsk()
  const mayManage = useMay("manage")
  const { id: itemId, kind, open, amount: whole, occurred_on: occurredOn, method } = item
  const isNobodys = account.owner_type === "suspense"
  return (
    <>
      <GuardedButton
        right="manage"
        allowed={mayManage}
        className="shrink-0 whitespace-nowrap"
        aria-label={t(isNobodys ? "money.toCustomerNamed" : "account.unapplied.applyNamed", {
          amount: amount(open),
          name,
        })}
        data-first-act=""
        onClick={() =>
          ask(isNobodys ? { act: "move", of: { itemId, name, open, whole } } : { act: "apply", item })
        }
      >
        {t(isNobodys ? "money.toCustomer" : "account.unapplied.apply")}
      </GuardedButton>
      {isCredit(item) ? (
        <span aria-hidden className="reconciliation-slot" />
      ) : (
        <DropdownMenu>
          <DropdownMenu.Trigger asChild>
            <IconButton
              size="small"
              variant="transparent"
              type="button"
              aria-label={t("account.tx.menu", { name })}
              data-idle-menu=""
            >
              <EllipsisHorizontal aria-hidden />
            </IconButton>
          </DropdownMenu.Trigger>
          <DropdownMenu.Content align="end">
            <MoneyItems
              money={{ itemId, kind, name, open, whole, occurredOn, method }}
              mayManage={mayManage}
            />
          </DropdownMenu.Content>
        </DropdownMenu>
      )}
    </>
  )
}

function fitting({ fits }: UnappliedView, t: ReturnType<typeof useAccountView>["t"]): string {
  const [one, other] = fits
  if (!one) return t("account.unapplied.fitsNone")
  return other
    ? t("account.unapplied.fitsSeveral", { count: fits.length })
    : t("account.unapplied.fits", { id: one.display_id })
}

function PlannedRow({ payment }: { payment: PlannedPaymentView }) {
  const { t, amount, dayInSentence } = useAccountView()
  const today = useToday()
  const days = daysBetween(today, payment.due_on)
  const isQuiet = payment.state === "scheduled" || payment.state === "due"
  const { icon, color } = SIGNS[payment.state] ?? SIGNS.scheduled
  return (
    <li
      className="border-ui-border-base flex items-center gap-x-3 border-t px-6 py-2.5"
      data-planned={payment.id}
    >
      <StateIcon state={icon} className={`shrink-0 ${color}`} />
      <div className="min-w-0 flex-1">
        <Text size="small" leading="compact" className="flex flex-wrap items-center gap-x-2">
          {dayInSentence(payment.due_on)}, {farOf(days, t)}
          {!isQuiet && (
            <span data-sign={`instalment ${payment.state}`}>{t(`plan.states.${payment.state}`)}</span>
          )}
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle break-words">
          #{payment.display_id}, {payment.titles.join(", ")}
        </Text>
      </div>
      <span className="txt-compact-small-plus tabular-nums">{amount(payment.kept)}</span>
      <PlannedMenu payment={payment} />
    </li>
  )
}

function farOf(days: number, t: ReturnType<typeof useAccountView>["t"]): string {
  if (days === 0) return t("account.planned.today")
  return days > 0 ? t("account.planned.inDays", { count: days }) : t("account.planned.ago", { count: -days })
}

const ACTS = [
  ["postpone", Calendar, "manage"],
  ["cancel", XCircle, "delete"],
  ["fail", ExclamationCircle, "manage"],
] as const

function PlannedMenu({ payment }: { payment: PlannedPaymentView }) {
  const { t, dayInSentence } = useAccountView()
  const ask = useAsk()
  const may = { manage: useMay("manage"), delete: useMay("delete") }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          type="button"
          aria-label={t("account.planned.menu", { date: dayInSentence(payment.due_on) })}
        >
          <EllipsisHorizontal aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {ACTS.map(([what, icon, right]) => (
          <GuardedItem
            key={what}
            icon={icon}
            right={right}
            allowed={may[right]}
            onSelect={() => ask({ act: "instalment", payment, what })}
          >
            {t(`account.planned.${what}`)}
          </GuardedItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
