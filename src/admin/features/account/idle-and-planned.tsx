import { Cash, EllipsisHorizontal, Receipt } from "@medusajs/icons"
import { DropdownMenu, IconButton, Text } from "@medusajs/ui"
import type { PlannedPaymentView, UnappliedView } from "../../../types/http"
import { isZero } from "../../lib/money"
import { useMay } from "../../lib/use-may"
import { GuardedButton } from "../../ui/no-right"
import { MayLook } from "../../ui/read-only"
import { useAsk } from "./acts/asked"
import { Calm, Half } from "./half"
import { isCredit, unappliedName } from "./ledger/transaction-name"
import { isMoney, MoneyItems } from "./money/money-items"
import { Planned } from "./planned"
import { useAccountView } from "./use-account-view"

interface IdleAndPlannedProps {
  /** Begins to record money for what is planned; absent where none is recorded here. */
  readonly onRecord?: ((payment: PlannedPaymentView) => void) | undefined
}

/** What pays nothing yet, each with its own button, and what is planned, side by side. */
export function IdleAndPlanned({ onRecord }: IdleAndPlannedProps) {
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
      {account.owner_type !== "suspense" && <Planned onRecord={onRecord} />}
    </div>
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
      {!isMoney({ itemId, kind }) ? (
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
              money={{ itemId, kind, isOfOrder: item.order !== null, name, open, whole, occurredOn, method }}
              mayManage={mayManage}
            />
            {!mayManage && <MayLook />}
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
