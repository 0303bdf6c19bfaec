import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { useEffect } from "react"
import type { RunPreview } from "../../../types/http"
import { request, type RequestError } from "../../lib/client"
import { summed, type Outlook } from "./outlook"

/** So many answers of two seconds each are asked for by themselves; who wants more says so. */
const ANSWERS = 10

export interface RunOutlook {
  /** What all that was looked at comes to; of the scope before while the next one is worked out. */
  readonly outlook: Outlook | undefined
  /** When it was worked out, in milliseconds. */
  readonly at: number
  readonly error: RequestError | null
  /** It is of a scope that is no longer asked about. */
  readonly isOld: boolean
  readonly isWorking: boolean
  /** Looks at the next accounts; null where there are none, or they are being looked at. */
  readonly goOn: (() => void) | null
  readonly again: () => void
}

/**
 * What a run, or an undo, would do, answer by answer until all accounts were looked at.
 * @param path of the preview, below the plugin's API
 * @param body null while it cannot be asked
 */
export function useRunPreview(path: string, body: object | null): RunOutlook {
  const query = useInfiniteQuery<RunPreview, RequestError>({
    queryKey: ["reconciliation", "preview", "run", path, JSON.stringify(body)],
    queryFn: async ({ pageParam, signal }) => {
      const from = typeof pageParam === "string" ? `?${new URLSearchParams({ cursor: pageParam })}` : ""
      const asked = { method: "POST", body: body ?? {}, signal } as const
      return (await request<{ preview: RunPreview }>(`/admin/reconciliation/${path}${from}`, asked)).preview
    },
    initialPageParam: null,
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    enabled: body !== null,
    placeholderData: keepPreviousData,
    // What it would do is worked out when it is asked for, and not whenever a window is looked at again.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })
  const { data, error, dataUpdatedAt, isFetching, isPlaceholderData, hasNextPage, fetchNextPage, refetch } =
    query
  const read = data?.pages.length ?? 0
  const goesOn = hasNextPage && !isPlaceholderData && !isFetching && error === null
  const isByItself = read % ANSWERS !== 0
  useEffect(() => {
    if (goesOn && isByItself) void fetchNextPage()
  }, [goesOn, isByItself, fetchNextPage])
  return {
    outlook: data && summed(data.pages),
    at: dataUpdatedAt,
    error,
    isOld: isPlaceholderData,
    isWorking: isFetching,
    goOn: goesOn && !isByItself ? () => void fetchNextPage() : null,
    again: () => void refetch(),
  }
}
