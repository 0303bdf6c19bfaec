import { useQuery } from "@tanstack/react-query"
import type { ListedTransactionView, MatchingCodeView, OrderAnswer } from "../../../../types/http"
import type { Speech } from "../../../lib/speech"
import { mayPass, request, type RequestError } from "../../../lib/client"
import { apiOf } from "../../account/use-account"
import { orderPath } from "../../order/use-order-reconciliation"
import { linksOfCodes, linksOfOrder, type Link } from "./links"

/** Money that pays under more codes than these says the rest on its own page. */
const MOST_CODES = 8

type Read = { readonly order: OrderAnswer } | { readonly codes: readonly MatchingCodeView[] }

/**
 * What a transaction is reconciled with: of an order, and of what took money off one, by its own matrix; of money and
 * credits by the codes that they pay under, which may be of several orders.
 */
export function useReconciled(one: ListedTransactionView, speech: Speech) {
  const query = useQuery<Read, RequestError>({
    queryKey: ["reconciliation", "list-links", one.number],
    queryFn: async ({ signal }) => {
      if (!paysByCodes(one) && one.order)
        return await request<{ order: OrderAnswer }>(orderPath(one.order.id), { signal })
      const codes = await Promise.all(
        one.codes.slice(0, MOST_CODES).map(async ({ rank }) => {
          const path = `${apiOf(one.owner.account_id)}/codes/${rank}`
          return (await request<{ code: MatchingCodeView }>(path, { signal })).code
        }),
      )
      return { codes }
    },
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
  const { data } = query
  const links: readonly Link[] | undefined =
    data && ("order" in data ? linksOfOrder(data.order, one, speech) : linksOfCodes(data.codes, one, speech))
  return { ...query, links }
}

const paysByCodes = ({ item_id: id, side, codes }: ListedTransactionView): boolean =>
  id !== null && side === "credit" && codes.length > 0
