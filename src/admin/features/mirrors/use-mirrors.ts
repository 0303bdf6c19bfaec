import { useInfiniteQuery } from "@tanstack/react-query"
import type { MirrorView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"

interface Page {
  mirrors: MirrorView[]
  next_cursor: string | null
}

/** Money that the store's orders do not count yet, or refuse to, page by page, the oldest first; or only the latter. */
export function useMirrors(onlyRefused: boolean) {
  return useInfiniteQuery<Page, RequestError>({
    queryKey: ["reconciliation", "mirrors", onlyRefused],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: "50", ...(onlyRefused && { state: "refused" }) })
      if (typeof pageParam === "string") asked.set("cursor", pageParam)
      return request<Page>(`/admin/reconciliation/mirrors?${asked}`, { signal })
    },
    initialPageParam: null,
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}
