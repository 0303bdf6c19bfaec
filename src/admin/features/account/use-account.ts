import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import type { AccountTransactionView, AccountView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"

const PAGE = 50

export const apiOf = (accountId: string): string =>
  `/admin/reconciliation/accounts/${encodeURIComponent(accountId)}`

/** Under which an account is kept once it was read. */
export const accountKey = (accountId: string) => ["reconciliation", "account", accountId] as const

/** Reads an account: its figures, what lies idle and what is planned. */
export function useAccount(accountId: string) {
  return useQuery<AccountView, RequestError>({
    queryKey: accountKey(accountId),
    queryFn: async ({ signal }) =>
      (await request<{ account: AccountView }>(apiOf(accountId), { signal })).account,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** Which transactions of an account are shown, and in which order. */
export interface Shown {
  readonly show: "all" | "open"
  /** Only those under the code of this rank. */
  readonly rank: number | null
  readonly order: "newest" | "oldest"
}

interface Page {
  transactions: AccountTransactionView[]
  next_cursor: string | null
}

/** Reads an account's transactions page by page. */
export function useTransactions(accountId: string, { show, rank, order }: Shown, limit = PAGE) {
  return useInfiniteQuery<Page, RequestError>({
    queryKey: [...accountKey(accountId), "transactions", show, rank, order, limit],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ show, order, limit: String(limit) })
      if (rank !== null) asked.set("rank", String(rank))
      if (typeof pageParam === "string") asked.set("cursor", pageParam)
      return request<Page>(`${apiOf(accountId)}/transactions?${asked}`, { signal })
    },
    initialPageParam: null,
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}
