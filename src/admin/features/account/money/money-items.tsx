import { ArrowRight, ArrowUturnLeft, Cash, XCircle } from "@medusajs/icons"
import type { AccountTransactionView, DecimalString, MeansView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { GuardedItem } from "../../../ui/guarded-item"
import { useAsk } from "../acts/asked"
import { useAccountView } from "../use-account-view"

/** Money on an account, as acts on it need it. */
export interface MoneyOfAccount extends Pick<MeansView, "method"> {
  readonly itemId: string | null
  readonly kind: string
  /** Whether it came with an order and lies on that order's account: only such money can the store refund. */
  readonly isOfOrder: boolean
  readonly name: string
  /** What of it pays nothing. */
  readonly open: DecimalString
  /** All of it. */
  readonly whole: DecimalString
  readonly occurredOn: string
  /** Whether it is owed instead. */
  readonly isOwed?: boolean | undefined
}

interface MoneyItemsProps {
  readonly money: MoneyOfAccount
  readonly mayManage: boolean
}

/** Whether money itself can be moved, paid back or taken back: what was paid, or was brought along from another system. */
export const isMoney = ({
  itemId,
  kind,
  isOwed,
}: Pick<MoneyOfAccount, "itemId" | "kind" | "isOwed">): boolean =>
  itemId !== null &&
  (kind === "payment" || kind === "deposit" || (kind === "opening_balance" && isOwed !== true))

/** Entries of a menu: what can be done with money itself, whatever it pays. */
export function MoneyItems({ money, mayManage }: MoneyItemsProps) {
  const { t, account } = useAccountView()
  const ask = useAsk()
  const { itemId, kind, name, open, whole, occurredOn, method } = money
  if (itemId === null || !isMoney(money)) return null
  const isDeposit = kind !== "payment"
  const isOfStore = !isDeposit && money.isOfOrder
  const moving = { itemId, name, open, whole }
  const guard = { right: "manage", allowed: mayManage } as const
  return (
    <>
      <GuardedItem icon={ArrowRight} {...guard} onSelect={() => ask({ act: "move", of: moving })}>
        {t(account.owner_type === "suspense" ? "money.toCustomer" : "money.toAccount")}
      </GuardedItem>
      {!isZero(open) && (
        <GuardedItem
          icon={Cash}
          {...guard}
          onSelect={() => ask({ act: "payBack", of: { itemId, name, open, occurredOn, isOfStore } })}
        >
          {t("money.payBack")}
        </GuardedItem>
      )}
      {kind !== "opening_balance" && (
        <GuardedItem
          icon={ArrowUturnLeft}
          {...guard}
          onSelect={() =>
            ask({ act: "reverse", of: { itemId, name, amount: whole, occurredOn, isDeposit, method } })
          }
        >
          {t("account.menuActs.takeBack")}
        </GuardedItem>
      )}
    </>
  )
}

interface UndoItemProps {
  readonly one: Pick<AccountTransactionView, "undo" | "charges" | "payments">
  readonly name: string
  readonly mayManage: boolean
}

/** The entry of a menu that takes a move, a pay-back, a reversal or an opening balance back. */
export function UndoItem({ one: { undo, charges, payments }, name, mayManage }: UndoItemProps) {
  const { t } = useAccountView()
  const ask = useAsk()
  if (!undo) return null
  const amount = isZero(payments) ? charges : payments
  return (
    <GuardedItem
      icon={XCircle}
      right="manage"
      allowed={mayManage}
      onSelect={() => ask({ act: "undo", of: { undo, name, amount } })}
    >
      {t(`money.undo.${undo.act}.menu`)}
    </GuardedItem>
  )
}
