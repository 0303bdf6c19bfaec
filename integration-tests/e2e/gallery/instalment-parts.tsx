import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import InstalmentsPage from "../../../src/admin/features/lists/instalments/instalments-page"
import { ListLoading } from "../../../src/admin/features/lists/list-loading"
import { RIGHTS } from "../../../src/types/rights"
import { MANY, NO_TOTALS, OPEN, PAID, TOTALS } from "./instalment-data"

const PATH = /\/admin\/reconciliation\/instalments\/?(\w*)(\?.*)?$/

const refusal = (status: number, code: string) =>
  Response.json(
    { type: "conflict", code, message: "Something in English.", ids: {}, remedy: "Do something." },
    { status },
  )

/** Which state of the page is shown, by the address. */
const stateOf = (): string => new URLSearchParams(window.location.search).get("of") ?? ""

async function answer([, part, query = ""]: RegExpExecArray): Promise<Response> {
  const state = stateOf()
  if (state === "waiting") return await new Promise<Response>(() => undefined)
  if (state === "broken") return refusal(503, "database_unreachable")
  if (state === "forbidden") return refusal(403, "right_missing")
  const isEmpty = state === "empty"
  if (part === "totals") return Response.json({ totals: isEmpty ? NO_TOTALS : TOTALS })
  const asked = new URLSearchParams(query)
  const open = state === "many" ? MANY : asked.has("q") ? [] : OPEN
  const rows = isEmpty ? [] : asked.get("view") === "paid" ? PAID : open
  return Response.json({ instalments: rows, next_cursor: null, limit: 50 })
}

/** Takes the place of the browser's own fetch for what the plugin answers of planned payments. */
export function answerOfInstalments(): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (asked, init) => {
    const found = typeof asked === "string" ? PATH.exec(asked) : null
    return found ? answer(found) : ask(asked, init)
  }
}

/** The page in the state that the address names. */
export function InstalmentGallery(): ReactNode {
  const state = stateOf()
  const [client] = useState(() => {
    const made = new QueryClient()
    made.setQueryDefaults(["reconciliation", "rights"], { staleTime: Infinity })
    made.setQueryData(["reconciliation", "rights"], state === "readonly" ? ["view"] : RIGHTS)
    return made
  })
  return (
    <QueryClientProvider client={client}>
      <main className="bg-ui-bg-subtle p-3" data-gallery="">
        {state === "loading" ? (
          <ListLoading title="instalments" />
        ) : (
          <InstalmentsPage
            payment={({ orderId }) => <output data-payment={orderId}>{orderId}</output>}
            act={() => null}
          />
        )}
      </main>
    </QueryClientProvider>
  )
}
