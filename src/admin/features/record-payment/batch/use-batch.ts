import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { RecordedPaymentsView, RecordPaymentsBody } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { useSentOnce } from "../../../lib/use-sent-once"
import { useSettled } from "../../../lib/use-settled"

const BATCH = "/admin/reconciliation/payments/batch"

/** What each row would come to, asked again whenever whoever types pauses. */
export function useCheck(body: RecordPaymentsBody | null) {
  const wanted = body === null ? null : JSON.stringify(body)
  const settled = useSettled(wanted)
  const { data, error, isPlaceholderData, refetch } = useQuery<RecordedPaymentsView, RequestError>({
    queryKey: ["reconciliation", "preview", "batch", settled],
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
export const useBatchRecording = (onRecorded: (recorded: RecordedPaymentsView) => void) =>
  useSentOnce<RecordPaymentsBody, RecordedPaymentsView>(
    async (body, idempotencyKey) => request(BATCH, { method: "POST", body, idempotencyKey }),
    onRecorded,
  )
