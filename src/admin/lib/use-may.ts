import { useQuery, type QueryClient } from "@tanstack/react-query"
import { RIGHTS, type Right } from "../../types/rights"
import { request, type RequestError } from "./client"

const RIGHTS_KEY = ["reconciliation", "rights"] as const
const LASTS_MS = 60_000

/**
 * Whether who is signed in may do something; true until the server has said. It is only for showing: the server
 * decides.
 */
export function useMay(right: Right): boolean {
  const { data } = useQuery<readonly Right[], RequestError>({
    queryKey: RIGHTS_KEY,
    queryFn: async ({ signal }) =>
      (await request<{ rights: Right[] }>("/admin/reconciliation/rights", { signal })).rights,
    staleTime: LASTS_MS,
    retry: false,
  })
  return data === undefined || data.includes(right)
}

/** Remembers which right an answer said is missing, so that its buttons say so before they are pressed again. */
export function rememberRefusal(client: QueryClient, { status, body }: RequestError): void {
  const missing = RIGHTS.find((one) => one === body?.ids["right"])
  if (status !== 403 || !missing) return
  client.setQueryData<readonly Right[]>(RIGHTS_KEY, (known = RIGHTS) =>
    known.filter((right) => right !== missing),
  )
}
