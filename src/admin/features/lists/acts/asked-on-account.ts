import type { AccountView, ListedTransactionView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import type { Asked } from "../../account/acts/act"
import { idleOf, type RowAct } from "./row-act"

/** What the account's own drawers are asked for; null where the account no longer has it among its newest. */
export function askedOnAccount(act: RowAct, account: AccountView, name: string): Asked | null {
  switch (act.act) {
    case "reconcile":
      return { act: "reconcile" }
    case "apply": {
      const item = idleOf(act.one, account)
      return item && { act: "apply", item, orderId: orderOf(act.one) }
    }
    case "delete": {
      const { item_id: itemId, kind, method, payments, charges, occurred_on: occurredOn } = act.one
      const amount = isZero(payments) ? charges : payments
      return itemId === null
        ? null
        : { act: "delete", of: { itemId, name, amount, kind, method, occurredOn } }
    }
    case "payment":
    case "bulk":
    case "note":
      return null
  }
}

function orderOf({ kind, order, next_step: step }: ListedTransactionView): string | undefined {
  if (step?.act === "put_on_order") return step.order.id
  return kind === "order" ? order?.id : undefined
}
