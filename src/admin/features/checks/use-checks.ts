import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { CheckView, FindingView, RepairView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"
import { useSentOnce } from "../../lib/use-sent-once"

const API = "/admin/reconciliation/checks"
const CHECKS = ["reconciliation", "checks"] as const
/** Of a rule a hundred rows are named; more than so many at once nobody reads. */
const MOST = 500

/** The last check, with what it found; null where there was none. */
interface LastCheck {
  readonly check: CheckView | null
  readonly findings: readonly FindingView[]
}

/** What the last check found. */
export function useLastCheck() {
  return useQuery<LastCheck, RequestError>({
    queryKey: CHECKS,
    queryFn: async ({ signal }) => {
      const { checks } = await request<{ checks: CheckView[] }>(`${API}?limit=1`, { signal })
      const [check = null] = checks
      if (!check || check.faults === 0) return { check, findings: [] }
      return request<LastCheck>(`${API}/${check.id}?limit=${MOST}`, { signal })
    },
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** Checks now, or repairs a finding: once, however often the button is pressed while that goes on; done, it is another act. */
export function useCheckAct() {
  const { send, forget, again, isSending, error } = useSentOnce<
    { readonly path: string },
    { check?: CheckView; repair?: RepairView }
  >(async ({ path }, idempotencyKey) =>
    request(`${API}${path}`, { method: "POST", body: {}, idempotencyKey }),
  )
  const client = useQueryClient()
  useEffect(() => {
    // It may have been done all the same, or be there no more.
    if (error) void client.invalidateQueries({ queryKey: CHECKS })
  }, [error, client])
  return { act: (path: string) => send({ path }, () => forget()), again, isSending, error }
}
