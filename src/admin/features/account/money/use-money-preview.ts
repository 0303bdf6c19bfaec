import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { request, type RequestError } from "../../../lib/client"
import { useSettled } from "../../../lib/use-settled"

export interface MoneyPreview<Answer> {
  /** What it would come to; undefined until that is known of what is written now. */
  readonly preview: Answer | undefined
  /** The last that was known, to be shown until the next one comes. */
  readonly last: Answer | undefined
  readonly error: RequestError | null
  readonly retry: () => void
}

/** What an act on money would come to, asked again whenever whoever types pauses; nothing is asked without a body. */
export function useMoneyPreview<Answer>(path: string, body: object | null): MoneyPreview<Answer> {
  const wanted = body === null ? null : JSON.stringify([path, body])
  const settled = useSettled(wanted)
  const { data, error, isPlaceholderData, refetch } = useQuery<Answer, RequestError>({
    queryKey: ["reconciliation", "preview", settled],
    queryFn: async ({ signal }) => {
      const [of, sent] = JSON.parse(settled ?? "[]") as [string, object]
      const answer = await request<{ preview: Answer }>(`/admin/reconciliation/${of}/preview`, {
        method: "POST",
        body: sent,
        signal,
      })
      return answer.preview
    },
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  const isOfThis = wanted !== null && settled === wanted
  const isCurrent = isOfThis && !isPlaceholderData && !error
  return {
    preview: isCurrent ? data : undefined,
    last: settled === null || (isOfThis && error) ? undefined : data,
    error: isOfThis ? error : null,
    retry: () => void refetch(),
  }
}
