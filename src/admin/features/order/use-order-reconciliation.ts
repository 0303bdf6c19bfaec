import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type { OrderAnswer } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"

/** The server follows a capture or refund within a moment of it, so a change is watched for this long. */
const WATCH_MS = 10_000
const WATCH_EVERY_MS = 1_500

interface Answer {
  order: OrderAnswer
}

export const orderPath = (orderId: string) => `/admin/reconciliation/orders/${encodeURIComponent(orderId)}`
export const orderKey = (orderId: string) => ["reconciliation", "order", orderId] as const

/**
 * Reads how an order is reconciled.
 * @param hostState changes whenever the host's order changes, for example after a capture on the same page
 */
export function useOrderReconciliation(orderId: string, hostState: string) {
  const watchUntil = useRef(0)
  const lastHostState = useRef(hostState)
  const query = useQuery<OrderAnswer, RequestError>({
    queryKey: orderKey(orderId),
    queryFn: async ({ signal }) => (await request<Answer>(orderPath(orderId), { signal })).order,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
    refetchInterval: () => (Date.now() < watchUntil.current ? WATCH_EVERY_MS : false),
  })
  const { refetch } = query
  useEffect(() => {
    if (lastHostState.current !== hostState) {
      lastHostState.current = hostState
      watchUntil.current = Date.now() + WATCH_MS
      void refetch()
    }
  }, [hostState, refetch])
  return query
}

/** Asks the server to read the order again and allocate what can be, then shows the outcome. */
export function useReconcileOrder(orderId: string) {
  const client = useQueryClient()
  return useMutation<Answer, RequestError>({
    mutationFn: () => request<Answer>(`${orderPath(orderId)}/reconcile`, { method: "POST" }),
    onSuccess: ({ order }) => client.setQueryData(orderKey(orderId), order),
  })
}
