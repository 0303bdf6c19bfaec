import { Calendar, Cash, EllipsisHorizontal, ExclamationCircle, XCircle } from "@medusajs/icons"
import { DropdownMenu, IconButton, Text } from "@medusajs/ui"
import type { InstalmentState, PlannedPaymentView } from "../../../types/http"
import { daysBetween } from "../../lib/dates"
import { isZero } from "../../lib/money"
import { useMay } from "../../lib/use-may"
import { useToday } from "../../lib/use-today"
import { GuardedItem } from "../../ui/guarded-item"
import { MayLook } from "../../ui/read-only"
import { StateIcon } from "../../ui/state-icon"
import { SIGNS } from "../order/plan/instalment-sign"
import { useAsk } from "./acts/asked"
import { Calm, Half } from "./half"
import { useAccountView } from "./use-account-view"

/** Only what did not come as planned is said; that the rest is planned its sign says. */
const WORD_COLOR: Partial<Record<InstalmentState, string>> = {
  overdue: "text-ui-tag-orange-text",
  failed: "text-ui-tag-red-text",
}

interface PlannedProps {
  /** Begins to record money for it; absent where none is recorded here. */
  readonly onRecord?: ((payment: PlannedPaymentView) => void) | undefined
}

const isLate = ({ state }: PlannedPaymentView): boolean => state in WORD_COLOR

/** What is to come of what is open: what did not come as planned, then the next one first. */
export function Planned({ onRecord }: PlannedProps) {
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
        {[...planned.filter(isLate), ...planned.filter((one) => !isLate(one))].map((payment) => (
          <PlannedRow key={payment.id} payment={payment} onRecord={onRecord} />
        ))}
      </ul>
    </Half>
  )
}

function PlannedRow({ payment, onRecord }: PlannedProps & { payment: PlannedPaymentView }) {
  const { t, amount, dayInSentence } = useAccountView()
  const today = useToday()
  const days = daysBetween(today, payment.due_on)
  const word = WORD_COLOR[payment.state]
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
          {word && (
            <span data-sign={`instalment ${payment.state}`} className={word}>
              {t(`plan.states.${payment.state}`)}
            </span>
          )}
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle break-words">
          #{payment.display_id}, {payment.titles.join(", ")}
        </Text>
      </div>
      <span className="txt-compact-small-plus tabular-nums">{amount(payment.kept)}</span>
      <PlannedMenu payment={payment} onRecord={onRecord} />
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

function PlannedMenu({ payment, onRecord }: PlannedProps & { payment: PlannedPaymentView }) {
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
          data-planned-menu=""
          aria-label={t("account.planned.menu", { date: dayInSentence(payment.due_on) })}
        >
          <EllipsisHorizontal aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {onRecord && (
          <GuardedItem icon={Cash} right="manage" allowed={may.manage} onSelect={() => onRecord(payment)}>
            {t("account.planned.record")}
          </GuardedItem>
        )}
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
        {!(may.manage && may.delete) && <MayLook />}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
