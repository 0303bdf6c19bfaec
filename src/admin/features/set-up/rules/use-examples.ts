import { useQuery } from "@tanstack/react-query"
import type { SetUpExamples } from "../../../../types/http"
import { mayPass, request, type RequestError } from "../../../lib/client"

export interface Examples {
  readonly data: SetUpExamples | undefined
  readonly isBroken: boolean
}

/** What each rule would have done with the shop's own last orders. */
export function useExamples(): Examples {
  const { data, error } = useQuery<SetUpExamples, RequestError>({
    queryKey: ["reconciliation", "set-up", "examples"],
    queryFn: async ({ signal }) =>
      (await request<{ examples: SetUpExamples }>("/admin/reconciliation/set-up/examples", { signal }))
        .examples,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    retry: (failures, refused) => failures < 1 && mayPass(refused),
  })
  return { data, isBroken: error !== null }
}
