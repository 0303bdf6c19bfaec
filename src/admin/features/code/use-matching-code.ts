import { useQuery } from "@tanstack/react-query"
import type { MatchingCodeView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"
import { codeKey, type CodeAddress } from "../../lib/code-key"

/** Reads what shares a matching code. */
export function useMatchingCode({ accountId, rank }: CodeAddress) {
  const path = `/admin/reconciliation/accounts/${encodeURIComponent(accountId)}/codes/${encodeURIComponent(rank)}`
  return useQuery<MatchingCodeView, RequestError>({
    queryKey: codeKey({ accountId, rank }),
    queryFn: async ({ signal }) => (await request<{ code: MatchingCodeView }>(path, { signal })).code,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}
