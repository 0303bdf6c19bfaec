import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { AuditLoading } from "../../../src/admin/features/audit/audit-loading"
import AuditPage from "../../../src/admin/features/audit/audit-page"
import { RIGHTS } from "../../../src/types/rights"
import { FINDINGS, PAGES } from "./audit-data"

const PATH = /\/admin\/reconciliation\/audit(\?.*)?$/

const refusal = (status: number, code: string) =>
  Response.json(
    { type: "conflict", code, message: "Something in English.", ids: {}, remedy: "Do something." },
    { status },
  )

/** Which state of the page is shown, by the address. */
const stateOf = (): string => new URLSearchParams(window.location.search).get("of") ?? ""

async function answer([, query = ""]: RegExpExecArray): Promise<Response> {
  const state = stateOf()
  const after = new URLSearchParams(query).get("after")
  if (state === "forbidden") return refusal(403, "right_missing")
  if (state === "not-migrated") return refusal(503, "reconciliation_not_migrated")
  if (state === "empty")
    return Response.json({ audit: { ...PAGES.last, orders_read: 1204, orders_total: 1204, findings: [] } })
  if (after === null) return Response.json({ audit: { ...PAGES.first, findings: FINDINGS.slice(0, 7) } })
  if (state === "reading") return await new Promise<Response>(() => undefined)
  if (state === "broken") return refusal(503, "database_unreachable")
  return Response.json({ audit: { ...PAGES.last, findings: FINDINGS.slice(7) } })
}

/** Takes the place of the browser's own fetch for what the plugin answers of the audit. */
function answerOfAudit(): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (asked, init) => {
    const found = typeof asked === "string" ? PATH.exec(asked) : null
    return found ? answer(found) : ask(asked, init)
  }
}

/** The page in the state that the address names. */
export function AuditGallery(): ReactNode {
  const [client] = useState(() => {
    answerOfAudit()
    const made = new QueryClient()
    made.setQueryData(["reconciliation", "rights"], RIGHTS)
    return made
  })
  return (
    <QueryClientProvider client={client}>
      <main className="bg-ui-bg-subtle p-3" data-gallery="">
        {stateOf() === "loading" ? <AuditLoading /> : <AuditPage />}
      </main>
    </QueryClientProvider>
  )
}
