import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useSearchParams } from "react-router-dom"
import type { ListedAccountView } from "../../../../types/http"
import { mayPass, request, type RequestError } from "../../../lib/client"

export const FILTERS = ["all", "open", "unapplied", "suspense"] as const
export type Filter = (typeof FILTERS)[number]

export interface Sought {
  readonly q: string
  readonly filter: Filter
}

interface Page {
  accounts: ListedAccountView[]
  next_cursor: string | null
}

/** Reads the list page by page, the newest accounts first. */
export function useAccounts({ q, filter }: Sought) {
  return useInfiniteQuery<Page, RequestError>({
    queryKey: ["reconciliation", "accounts", q, filter],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: "50" })
      if (q !== "") asked.set("q", q)
      if (filter === "suspense") asked.set("owner_type", filter)
      else if (filter !== "all") asked.set(filter, "true")
      if (typeof pageParam === "string") asked.set("cursor", pageParam)
      return request<Page>(`/admin/reconciliation/accounts?${asked}`, { signal })
    },
    initialPageParam: null,
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** What is sought, in the address of the page: it survives a reload, and the way back. */
export function useSought(): Sought & { readonly seek: (next: Partial<Sought>) => void } {
  const [search, setSearch] = useSearchParams()
  const filter = FILTERS.find((one) => one === search.get("show")) ?? "all"
  const q = (search.get("q") ?? "").slice(0, 100)
  return {
    q,
    filter,
    seek: (next) => {
      const then = { q, filter, ...next }
      setSearch(
        new URLSearchParams({
          ...(then.q.trim() !== "" && { q: then.q.trim() }),
          ...(then.filter !== "all" && { show: then.filter }),
        }),
      )
    },
  }
}
