import { useCallback, useEffect, useRef, useState } from "react"
import type { AuditFinding, AuditPage } from "../../../types/http"
import { request, RequestError } from "../../lib/client"

export interface Audit {
  readonly state: "reading" | "stopped" | "failed" | "done"
  readonly orders: number
  readonly payments: number
  readonly total: number | null
  readonly findings: readonly AuditFinding[]
  /** Where it goes on; null at the beginning. */
  readonly next: string | null
  readonly error: RequestError | null
}

const BEGINNING: Audit = {
  state: "reading",
  orders: 0,
  payments: 0,
  total: null,
  findings: [],
  next: null,
  error: null,
}

const PATH = "/admin/reconciliation/audit"

/** With a page of the audit: what of it is new stands after what was read before. */
function withPage(before: Audit, page: AuditPage): Audit {
  return {
    ...before,
    state: page.next === null ? "done" : before.state,
    orders: before.orders + page.orders_read,
    payments: before.payments + page.payments_read,
    total: page.orders_total ?? before.total,
    findings: page.findings.length === 0 ? before.findings : [...before.findings, ...page.findings],
    next: page.next,
  }
}

/**
 * Reads the audit page after page while the page is open. What was read stays when one fails, and reading goes on from there:
 * the server remembers nothing of it.
 */
export function useAudit() {
  const [audit, setAudit] = useState(BEGINNING)
  const at = useRef(BEGINNING)
  const under = useRef<AbortController | null>(null)
  const put = useCallback((next: Audit) => {
    at.current = next
    setAudit(next)
  }, [])

  const readOn = useCallback(async () => {
    under.current?.abort()
    const own = new AbortController()
    under.current = own
    try {
      while (at.current.state === "reading") {
        const { next } = at.current
        const address = next === null ? PATH : `${PATH}?after=${encodeURIComponent(next)}`
        // oxlint-disable-next-line no-await-in-loop -- each page says where the next begins
        const { audit: page } = await request<{ audit: AuditPage }>(address, { signal: own.signal })
        if (own.signal.aborted) return
        put(withPage(at.current, page))
      }
    } catch (error) {
      if (own.signal.aborted) return
      if (!(error instanceof RequestError)) throw error
      put({ ...at.current, state: "failed", error })
    }
  }, [put])

  useEffect(() => {
    void readOn()
    return () => under.current?.abort()
  }, [readOn])

  const readFrom = (from: Audit): void => {
    put({ ...from, state: "reading", error: null })
    void readOn()
  }

  return {
    audit,
    stop: () => {
      under.current?.abort()
      put({ ...at.current, state: "stopped" })
    },
    goOn: () => readFrom(at.current),
    again: () => readFrom(BEGINNING),
  }
}
