import type { AccountView } from "../../../types/http"
import { isZero } from "../../lib/money"

export type ListedOrder = AccountView["orders"][number]

/** Orders that owe something, the one that was asked for first, then the oldest. */
export function listedOrders({ orders }: AccountView, first: string | undefined): ListedOrder[] {
  const rank = ({ id, placed_at }: ListedOrder): string => (id === first ? "" : placed_at)
  return orders
    .filter(({ open, id }) => id === first || !isZero(open))
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
}
