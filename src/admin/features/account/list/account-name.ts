import type { AccountView, ListedAccountView } from "../../../../types/http"
import type { Words } from "../../../lib/use-words"

type Named = Pick<ListedAccountView, "owner" | "owner_type" | "order">

/** What an account is called: its owner, else the order that it is of. */
export function accountName({ owner, order, owner_type: type }: Named, { t }: Pick<Words, "t">): string {
  if (owner) return owner.name
  if (order) return t("account.tx.order", { id: order.display_id })
  return t(type === "suspense" ? "account.list.suspense" : "account.list.unknownCustomer")
}

/** The same of an account that was read by itself: an order's has that one order. */
export const nameOfAccount = (
  { orders, ...account }: Pick<AccountView, "owner" | "owner_type" | "orders">,
  words: Pick<Words, "t">,
): string =>
  accountName({ ...account, order: account.owner_type === "order" ? (orders[0] ?? null) : null }, words)
