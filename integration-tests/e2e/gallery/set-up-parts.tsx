import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { STEPS } from "../../../src/admin/features/set-up/draft"
import SetUpPage from "../../../src/admin/features/set-up/set-up-page"
import { RIGHTS } from "../../../src/types/rights"
import { CUSTOMERS, EXAMPLES, HISTORY, setUpAt } from "./set-up-data"

const PATH = /\/admin\/(?:reconciliation\/)?(set-up\/examples|set-up|runs\/preview|customers)(?:\?.*)?$/

/** At which step the set-up was left, by the address. */
const stepOf = () => {
  const of = new URLSearchParams(window.location.search).get("of")
  return STEPS.find((step) => step === of) ?? "start"
}

const ANSWERS: Readonly<Record<string, () => object>> = {
  "set-up": () => ({ set_up: setUpAt(stepOf()) }),
  "set-up/examples": () => ({ examples: EXAMPLES }),
  "runs/preview": () => ({ preview: HISTORY }),
  customers: () => ({ customers: CUSTOMERS }),
}

/** Takes the place of the browser's own fetch for what the set-up asks; its settings are those of their own page. */
function answerOfSetUp(): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (asked, init) => {
    const found = typeof asked === "string" ? PATH.exec(asked) : null
    const answer = ANSWERS[found?.[1] ?? ""]
    return answer ? Response.json(answer()) : ask(asked, init)
  }
}

/** The set-up at the step that the address names, over a page that says nothing. */
export function SetUpGallery(): ReactNode {
  const [client] = useState(() => {
    answerOfSetUp()
    const made = new QueryClient()
    made.setQueryDefaults(["reconciliation", "rights"], { staleTime: Infinity })
    made.setQueryData(["reconciliation", "rights"], RIGHTS)
    return made
  })
  return (
    <QueryClientProvider client={client}>
      <main className="bg-ui-bg-subtle p-3" data-gallery="">
        Set-up
        <SetUpPage />
      </main>
    </QueryClientProvider>
  )
}
