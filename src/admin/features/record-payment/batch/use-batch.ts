import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type { RecordedPaymentsView, RecordPaymentsBody } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { rememberRefusal } from "../../../lib/use-may"
import { useSettled } from "../../../lib/use-settled"

const BATCH = "/admin/reconciliation/payments/batch"

/** How many decimals the store's currency has; undefined until the store has said, or where there is no such one. */
export function useDigits(currencyCode: string) {
  const { data } = useQuery<number, RequestError>({
    queryKey: ["reconciliation", "digits", currencyCode],
    queryFn: async ({ signal }) =>
      (
        await request<{ currency: { decimal_digits: number } }>(`/admin/currencies/${currencyCode}`, {
          signal,
        })
      ).currency.decimal_digits,
    enabled: /^[a-z]{3}$/.test(currencyCode),
    staleTime: Infinity,
    retry: false,
  })
  return data
}

/** What each row would come to, asked again whenever whoever types pauses. */
export function useCheck(body: RecordPaymentsBody | null) {
  const wanted = body === null ? null : JSON.stringify(body)
  const settled = useSettled(wanted)
  const { data, error, isPlaceholderData, refetch } = useQuery<RecordedPaymentsView, RequestError>({
    queryKey: ["reconciliation", "batch preview", settled],
    queryFn: async ({ signal }) =>
      request<RecordedPaymentsView>(`${BATCH}/preview`, {
        method: "POST",
        body: JSON.parse(settled ?? "{}") as RecordPaymentsBody,
        signal,
      }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  })
  const isOfThis = wanted !== null && settled === wanted
  const isCurrent = isOfThis && data !== undefined && !isPlaceholderData && !error
  return {
    checked: isCurrent ? data : undefined,
    error: isOfThis ? error : null,
    retry: () => void refetch(),
  }
}

/** Records the rows once, however often the same are sent. */
export function useBatchRecording(onRecorded: (recorded: RecordedPaymentsView) => void) {
  const client = useQueryClient()
  const last = useRef({ sent: "", key: "" })
  const { mutate, isPending, error } = useMutation<RecordedPaymentsView, RequestError, RecordPaymentsBody>({
    mutationFn: async (body) => {
      const sent = JSON.stringify(body)
      if (last.current.sent !== sent) last.current = { sent, key: crypto.randomUUID() }
      return request<RecordedPaymentsView>(BATCH, {
        method: "POST",
        body,
        idempotencyKey: last.current.key,
      })
    },
    onSuccess: (recorded) => {
      void client.invalidateQueries({ queryKey: ["reconciliation"] })
      onRecorded(recorded)
    },
    onError: (refused) => rememberRefusal(client, refused),
  })
  return { send: mutate, isSending: isPending, error }
}
