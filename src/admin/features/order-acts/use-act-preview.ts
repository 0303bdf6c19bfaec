import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { request, type RequestError } from "../../lib/client"
import { useSettled } from "../../lib/use-settled"

export interface ActPreviewed<Preview> {
  /** The last one that came; of an earlier draft while `isCurrent` is false. */
  readonly preview: Preview | undefined
  readonly isCurrent: boolean
  /** Why this draft cannot be done. */
  readonly error: RequestError | null
  /** Asks it again. */
  readonly retry: () => void
}

/** What an act would do, asked again whenever whoever types pauses. */
export function useActPreview<Preview>(path: string, body: object | null): ActPreviewed<Preview> {
  const wanted = body === null ? null : JSON.stringify(body)
  const settled = useSettled(wanted)
  const { data, error, isPlaceholderData, refetch } = useQuery<Preview, RequestError>({
    queryKey: ["reconciliation", "preview", "act", path, settled],
    queryFn: async ({ signal }) => {
      const asked = { method: "POST", body: JSON.parse(settled ?? "{}") as object, signal } as const
      return (await request<{ preview: Preview }>(`/admin/reconciliation/${path}/preview`, asked)).preview
    },
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  })
  const isOfThis = settled === wanted && wanted !== null
  return {
    preview: settled === null || wanted === null ? undefined : data,
    isCurrent: isOfThis && data !== undefined && !isPlaceholderData && !error,
    error: isOfThis ? error : null,
    retry: () => void refetch(),
  }
}
