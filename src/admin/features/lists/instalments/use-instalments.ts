import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import type { InstalmentTotalsView, ListedInstalmentView } from "../../../../types/http"
import { mayPass, request, type RequestError } from "../../../lib/client"
import { listKey, totalsKey } from "../../../lib/unreconciled"
import type { Sought } from "./sought"

const API = "/admin/reconciliation/instalments"
const PAGE = 50

interface Page {
  readonly instalments: ListedInstalmentView[]
  readonly next_cursor: string | null
}

type Wanted = Pick<Sought, "view" | "q">

export async function readInstalments(
  { view, q }: Wanted,
  { cursor, limit = PAGE, signal }: { cursor: string | null; limit?: number; signal?: AbortSignal },
): Promise<Page> {
  const asked = new URLSearchParams({
    view,
    ...(q !== "" && { q }),
    limit: String(limit),
    ...(cursor !== null && { cursor }),
  })
  return await request<Page>(`${API}?${asked}`, signal ? { signal } : {})
}

/** Reads planned payments page by page. */
export function useInstalments({ view, q }: Wanted) {
  return useInfiniteQuery<Page, RequestError>({
    queryKey: [...listKey, "instalments", view, q],
    queryFn: async ({ pageParam, signal }) =>
      await readInstalments(
        { view, q },
        { cursor: typeof pageParam === "string" ? pageParam : null, signal },
      ),
    initialPageParam: null,
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** How many there are in each view, and what is to come. */
export function useInstalmentTotals(q: string, enabled: boolean) {
  return useQuery<InstalmentTotalsView, RequestError>({
    queryKey: [...totalsKey, "instalments", q],
    queryFn: async ({ signal }) => {
      const asked = q === "" ? "" : `?${new URLSearchParams({ q })}`
      const { totals } = await request<{ totals: InstalmentTotalsView }>(`${API}/totals${asked}`, { signal })
      return totals
    },
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}
