import {
  ArrowUturnLeft,
  Cash,
  CreditCard,
  Gift,
  MinusCircle,
  Receipt,
  ShoppingCart,
  ArrowsPointingOut,
} from "@medusajs/icons"
import type { ElementType } from "react"
import type { AccountTransactionView } from "../../../../types/http"

const ICONS: Record<AccountTransactionView["kind"], ElementType> = {
  order: ShoppingCart,
  credit: Receipt,
  payment: Cash,
  deposit: Cash,
  stored_value: Gift,
  refund: ArrowUturnLeft,
  void: ArrowUturnLeft,
  reversal: ArrowUturnLeft,
  write_off: MinusCircle,
  cash_discount: MinusCircle,
  transfer: ArrowsPointingOut,
  opening_balance: Receipt,
}

/** What kind of transaction it is, beside its name. */
export function TransactionIcon({
  one: { kind, method },
}: {
  one: Pick<AccountTransactionView, "kind" | "method">
}) {
  const Icon = kind === "payment" && method === "card" ? CreditCard : ICONS[kind]
  return (
    <span aria-hidden className="text-ui-fg-subtle inline-flex shrink-0">
      <Icon />
    </span>
  )
}
