import type { MembershipOwnerView } from "../../../types/http"
import { useAccountView } from "./use-account-view"

/** The customer or the company by name; of an order without a customer, that order. */
export function useOwnerName(): string {
  const { account, t } = useAccountView()
  const { owner, owner_type: type, owner_id: id } = account
  const nameOf = useMemberName()
  if (owner) return owner.name
  if (type === "suspense") return t("account.list.suspense")
  return nameOf({ type, id, name: null })
}

/** What somebody is called who is a member, or has members: an order by its number where it is known here. */
export function useMemberName(): (one: Pick<MembershipOwnerView, "type" | "id" | "name">) => string {
  const { account, t } = useAccountView()
  return ({ type, id, name }) => {
    if (name !== null) return name
    if (type !== "order") return t("account.list.unknownCustomer")
    const order = account.orders.find((one) => one.id === id)
    return order ? t("account.ofOrder", { id: order.display_id }) : t("members.orderOnly")
  }
}
