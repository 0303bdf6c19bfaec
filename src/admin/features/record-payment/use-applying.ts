import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { ApplyPreview, OrderReconciliation, OrdersPaid } from "../../../types/http"
import { request, type RequestError } from "../../lib/client"
import { isZero } from "../../lib/money"
import { refreshAfterAct, refreshLedger } from "../../lib/refresh"
import { rememberRefusal } from "../../lib/use-may"
import { foreignUnapplied } from "./foreign-unapplied"
import { useAccount } from "./use-payment"

const pathOf = (accountId: string) => `/admin/reconciliation/accounts/${encodeURIComponent(accountId)}/apply`

export interface Offer {
  /** What lies unapplied on the account beside what is this order's own. */
  readonly lies: string
  /** What of it this order would take; null until the server has said. */
  readonly takes: string | null
  readonly isSending: boolean
  readonly apply: () => void
}

/** What the account has that an order could use; null where there is nothing to offer. */
export function useOffer(
  order: OrderReconciliation,
  onDone: (paid: OrdersPaid) => void,
  onFail: (error: RequestError) => void,
): Offer | null {
  const client = useQueryClient()
  const isOpen = !isZero(order.totals.open) && !order.totals.open.startsWith("-")
  const { data: account } = useAccount(order.account_id, isOpen)
  const lies = account ? foreignUnapplied(order, account.totals.unallocated) : null
  const orders = [{ order_id: order.id }]
  const { data: preview } = useQuery<ApplyPreview, RequestError>({
    queryKey: ["reconciliation", "preview", "apply", order.account_id, order.id, account?.version ?? 0],
    queryFn: async ({ signal }) =>
      request<ApplyPreview>(`${pathOf(order.account_id)}/preview`, {
        method: "POST",
        body: { orders },
        signal,
      }),
    enabled: isOpen && lies !== null,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  const { mutate, isPending } = useMutation<OrdersPaid, RequestError, { version: number; key: string }>({
    mutationFn: async ({ version, key }) =>
      request<OrdersPaid>(pathOf(order.account_id), {
        method: "POST",
        body: { orders, version },
        idempotencyKey: key,
      }),
    onSuccess: (paid) => {
      refreshAfterAct(client)
      onDone(paid)
    },
    onError: (error) => {
      rememberRefusal(client, error)
      refreshLedger(client)
      onFail(error)
    },
  })
  if (!isOpen || lies === null) return null
  return {
    lies,
    takes: preview?.unapplied_used ?? null,
    isSending: isPending,
    apply: () => {
      if (preview && !isPending) mutate({ version: preview.base_version, key: crypto.randomUUID() })
    },
  }
}
