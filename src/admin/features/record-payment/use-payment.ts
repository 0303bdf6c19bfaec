import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AccountView, PaymentPreview, RecordedPaymentView, RecordPaymentBody } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"
import { useSentOnce } from "../../lib/use-sent-once"
import { useSettled } from "../../lib/use-settled"

const PAYMENTS = "/admin/reconciliation/payments"

const accountKey = (accountId: string) => ["reconciliation", "account that is paid", accountId] as const

/** An account with its orders and what lies on it. */
export function useAccount(accountId: string, isWanted: boolean) {
  return useQuery<AccountView, RequestError>({
    queryKey: accountKey(accountId),
    queryFn: async ({ signal }) =>
      (
        await request<{ account: AccountView }>(
          `/admin/reconciliation/accounts/${encodeURIComponent(accountId)}`,
          { signal },
        )
      ).account,
    enabled: isWanted,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

export interface Previewed {
  /** The last one that came; of an earlier draft while `isCurrent` is false. */
  readonly preview: PaymentPreview | undefined
  readonly isCurrent: boolean
  readonly error: RequestError | null
  readonly retry: () => void
}

/** What a payment would come to, asked again whenever whoever types pauses. */
export function usePreview(body: RecordPaymentBody | null): Previewed {
  const wanted = body === null ? null : JSON.stringify(body)
  const settled = useSettled(wanted)
  const { data, error, isPlaceholderData, refetch } = useQuery<PaymentPreview, RequestError>({
    queryKey: ["reconciliation", "preview", "payment", settled],
    queryFn: async ({ signal }) =>
      request<PaymentPreview>(`${PAYMENTS}/preview`, {
        method: "POST",
        // Whether it was recorded before is told by the answer, and asked where it stands.
        body: { ...(JSON.parse(settled ?? "{}") as RecordPaymentBody), confirm_duplicate: true },
        signal,
      }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  })
  const isOfThis = settled === wanted && wanted !== null
  return {
    preview: settled === null ? undefined : data,
    isCurrent: isOfThis && data !== undefined && !isPlaceholderData && !error,
    error: isOfThis ? error : null,
    retry: () => void refetch(),
  }
}

/** Records a payment once, however often the same is sent. */
export const useRecording = (onRecorded: (recorded: RecordedPaymentView) => void) =>
  useSentOnce<RecordPaymentBody, RecordedPaymentView>(
    async (body, idempotencyKey) => request(PAYMENTS, { method: "POST", body, idempotencyKey }),
    onRecorded,
  )
