import { useQuery } from "@tanstack/react-query"
import type { ReceiptView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"

/** Reads a receipt or a credit note by its number. */
export function useReceipt(number: string) {
  const path = `/admin/reconciliation/receipts/${encodeURIComponent(number)}`
  return useQuery<ReceiptView, RequestError>({
    queryKey: ["reconciliation", "receipt", number],
    queryFn: async ({ signal }) => (await request<{ receipt: ReceiptView }>(path, { signal })).receipt,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}
