import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import ChecksPage from "../../../src/admin/features/checks/checks-page"
import type { FindingView } from "../../../src/types/http"
import { RIGHTS } from "../../../src/types/rights"
import { CHECKS, FINDINGS } from "./checks-data"

const PATH = /\/admin\/reconciliation\/checks(\/[^?]*)?(\?.*)?$/

const refusal = (status: number, code: string): Response =>
  Response.json(
    { type: "conflict", code, message: "Something in English.", ids: {}, remedy: "Do something." },
    { status },
  )

/** Which state of the page is shown, by the address. */
const stateOf = (): string => new URLSearchParams(window.location.search).get("of") ?? ""

/** A hundred of one rule and each of the others, as a check of a badly damaged ledger names them. */
const many = (): FindingView[] =>
  Array.from({ length: 500 }, (_, place) => {
    const finding = FINDINGS[place % FINDINGS.length] ?? FINDINGS[0]
    if (!finding) throw new Error("nothing was found")
    return { ...finding, id: String(place) }
  })

/** Takes the place of the browser's own fetch for what the plugin answers of checks. */
function answerOfChecks(): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (asked, init) => {
    const found = typeof asked === "string" ? PATH.exec(asked) : null
    if (!found) return ask(asked, init)
    const [, rest = ""] = found
    const state = stateOf()
    if (state === "waiting") return await new Promise<Response>(() => undefined)
    if (state === "broken") return refusal(503, "database_unreachable")
    if (state === "forbidden") return refusal(403, "right_missing")
    if (init?.method === "POST") return refusal(409, "finding_gone")
    const findings = state === "many" ? many() : FINDINGS
    if (rest !== "") return Response.json({ check: CHECKS.found, findings })
    if (state === "never") return Response.json({ checks: [] })
    return Response.json({ checks: [state === "fine" ? CHECKS.fine : CHECKS.found] })
  }
}

/** The page of checks in the state that the address names. */
export function ChecksGallery(): ReactNode {
  const [client] = useState(() => {
    answerOfChecks()
    const made = new QueryClient()
    made.setQueryDefaults(["reconciliation", "rights"], { staleTime: Infinity })
    made.setQueryData(["reconciliation", "rights"], stateOf() === "readonly" ? ["view"] : RIGHTS)
    return made
  })
  return (
    <QueryClientProvider client={client}>
      <main className="bg-ui-bg-subtle p-3" data-gallery="">
        <ChecksPage />
      </main>
    </QueryClientProvider>
  )
}
