import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type { CheckView, FindingView, RepairView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"
import { refreshLedger } from "../../lib/refresh"
import { rememberRefusal } from "../../lib/use-may"

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

/** Checks now, or repairs a finding: once, however often the button is pressed. */
export function useCheckAct() {
  const client = useQueryClient()
  const last = useRef({ path: "", key: "" })
  return useMutation<{ check?: CheckView; repair?: RepairView }, RequestError, string>({
    mutationFn: async (path) => {
      if (last.current.path !== path) last.current = { path, key: crypto.randomUUID() }
      return request(`${API}${path}`, { method: "POST", body: {}, idempotencyKey: last.current.key })
    },
    onError: (refused) => rememberRefusal(client, refused),
    onSuccess: () => {
      last.current = { path: "", key: "" }
    },
    onSettled: () => {
      refreshLedger(client)
      void client.invalidateQueries({ queryKey: CHECKS })
    },
  })
}
