import { useInfiniteQuery } from "@tanstack/react-query"
import { useEffect, useMemo } from "react"
import type { HistoryEntry } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { orderPath } from "../use-order-reconciliation"

interface Page {
  changes: HistoryEntry[]
  next_cursor: string | null
}

export const historyKey = (orderId: string) => ["reconciliation", "history", orderId] as const

/** As many changes as are read at once. */
const PAGE = 50

/** An order's history as far as it was asked for, newest first. */
export function useHistory(orderId: string) {
  const query = useInfiniteQuery<Page, RequestError, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: historyKey(orderId),
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === null ? "" : `&cursor=${encodeURIComponent(pageParam)}`
      return request<Page>(`${orderPath(orderId)}/history?limit=${PAGE}${cursor}`, { signal })
    },
    initialPageParam: null,
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 0,
    retry: false,
  })
  const entries = useMemo(() => query.data?.pages.flatMap(({ changes }) => changes), [query.data])
  return { ...query, entries }
}

/** What is looked for in a history: a change, or what made an allocation. */
export interface Sought {
  change?: string | undefined
  allocation?: string | undefined
}

export const isSought = ({ id, allocated }: HistoryEntry, { change, allocation }: Sought): boolean =>
  id === change ||
  (allocation !== undefined && allocated.some(({ allocation_id: made }) => made === allocation))

/** Reads on until what is looked for is there, or nothing is left to read. */
export function useReadUntil(history: ReturnType<typeof useHistory>, { change, allocation }: Sought): void {
  const { entries, hasNextPage, isFetching, fetchNextPage } = history
  useEffect(() => {
    const nothing = change === undefined && allocation === undefined
    if (nothing || !entries || !hasNextPage || isFetching) return
    if (!entries.some((entry) => isSought(entry, { change, allocation }))) void fetchNextPage()
  }, [change, allocation, entries, hasNextPage, isFetching, fetchNextPage])
}
