import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import type { ListedTransactionView, UnreconciledTotalsView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"
import { listKey, totalsKey } from "../../lib/unreconciled"
import { askedOf, pageAsked, type Asked } from "./sought/sought"

const API = "/admin/reconciliation/transactions"

export interface ListPage {
  readonly transactions: ListedTransactionView[]
  readonly next_cursor: string | null
}

export async function readPage(asked: URLSearchParams, signal?: AbortSignal): Promise<ListPage> {
  return await request<ListPage>(`${API}?${asked}`, signal ? { signal } : {})
}

/** Reads the list page by page. */
export function useList(asked: Asked) {
  const said = pageAsked(asked)
  return useInfiniteQuery<ListPage, RequestError>({
    queryKey: [...listKey, said.toString()],
    queryFn: async ({ pageParam, signal }) => {
      const page = new URLSearchParams(said)
      if (typeof pageParam === "string") page.set("cursor", pageParam)
      return await readPage(page, signal)
    },
    initialPageParam: null,
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** What the list comes to, of all its pages and views. */
export function useTotals({ sought, today }: Omit<Asked, "show">, enabled: boolean) {
  const said = askedOf(sought, today).toString()
  return useQuery<UnreconciledTotalsView, RequestError>({
    queryKey: [...totalsKey, said],
    queryFn: async ({ signal }) =>
      (
        await request<{ totals: UnreconciledTotalsView }>(
          said === "" ? `${API}/totals` : `${API}/totals?${said}`,
          { signal },
        )
      ).totals,
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** As often as a reader who stays on a page is told anew. */
const COUNT_EVERY_MS = 60_000

/** How much is not reconciled; undefined until it is known, and where somebody may not know it. */
export function useUnreconciledCount(): number | undefined {
  const { data, error } = useQuery<UnreconciledTotalsView, RequestError>({
    queryKey: [...totalsKey, ""],
    queryFn: async ({ signal }) =>
      (await request<{ totals: UnreconciledTotalsView }>(`${API}/totals`, { signal })).totals,
    staleTime: COUNT_EVERY_MS,
    // Whom it was refused once is not asked for again.
    refetchInterval: ({ state }) => (state.error ? false : COUNT_EVERY_MS),
    refetchOnWindowFocus: false,
    retry: false,
  })
  return error ? undefined : data?.all
}
