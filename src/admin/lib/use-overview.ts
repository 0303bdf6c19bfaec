import { useQuery } from "@tanstack/react-query"
import type { OverviewView } from "../../types/http"
import { mayPass, request, type RequestError } from "./client"

/** Reads what needs a person, and how well money was placed. */
export function useOverview() {
  return useQuery<OverviewView, RequestError>({
    queryKey: ["reconciliation", "overview"],
    queryFn: async ({ signal }) =>
      (await request<{ overview: OverviewView }>("/admin/reconciliation/overview", { signal })).overview,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}
