import { useQuery } from "@tanstack/react-query"
import type { SetUpView } from "../../../types/http"
import { request, type RequestError } from "../../lib/client"

/** Whether the set-up was ever finished, and where the one under way was left. */
export function useSetUpStanding() {
  return useQuery<SetUpView, RequestError>({
    queryKey: ["reconciliation", "set-up", "standing"],
    queryFn: async ({ signal }) =>
      (await request<{ set_up: SetUpView }>("/admin/reconciliation/set-up", { signal })).set_up,
    staleTime: 0,
    retry: false,
  })
}
