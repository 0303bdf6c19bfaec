import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { ListLoading } from "../../../src/admin/features/lists/list-loading"
import OverviewPage from "../../../src/admin/features/overview/overview-page"
import TopbarBadge from "../../../src/admin/features/lists/topbar-badge"
import TransactionsPage from "../../../src/admin/features/lists/transactions-page"
import UnreconciledPage from "../../../src/admin/features/lists/unreconciled-page"
import type { OverviewView } from "../../../src/types/http"
import { RIGHTS } from "../../../src/types/rights"
import { ACCOUNT } from "./account-data"
import { ALL, NO_TOTALS, TOTALS, UNRECONCILED } from "./list-data"
import { ATTACHMENTS, NOTES } from "./note-data"
import { CALM, FIRST_DAY, NEW_STORE, OVERVIEW } from "./overview-data"

const PATH =
  /\/admin\/(?:reconciliation\/(transactions|overview|set-up)|(sales-channels|stores))\/?(\w*)(?:\?.*)?$/

/** What the overview shows in a state of its own; in the others what the lists are in is in its way too. */
const OVERVIEWS: Readonly<Record<string, OverviewView>> = {
  calm: CALM,
  "first-day": FIRST_DAY,
  "new-store": NEW_STORE,
}

/** Where the set-up stands: finished long ago, but of a store that has just begun. */
const setUpOf = (state: string) => ({
  finished: state === "new-store" ? null : { at: "2026-10-12T09:00:00.000Z" },
  saved: null,
  step: "start",
})

const refusal = (status: number, code: string) =>
  Response.json(
    { type: "conflict", code, message: "Something in English.", ids: {}, remedy: "Do something." },
    { status },
  )

/** What is shown, by the address: one page has one list, or the overview. */
const shown = (): string => new URLSearchParams(window.location.search).get("of") ?? ""
const isOverview = (): boolean => shown().startsWith("overview")
/** In which state it is. */
const stateOf = (): string => shown().replace(/^overview-?/, "")

async function answer([, list, host, part]: RegExpExecArray): Promise<Response> {
  const state = stateOf()
  if (host === "stores")
    return Response.json({ stores: [{ supported_currencies: [{ currency_code: "gbp" }] }] })
  if (host !== undefined) return Response.json({ sales_channels: [{ id: "sc_1", name: "Default" }] })
  if (list === undefined || state === "waiting") return await new Promise<Response>(() => undefined)
  if (state === "broken") return refusal(503, "database_unreachable")
  if (state === "forbidden") return refusal(403, "right_missing")
  if (list === "set-up") return Response.json({ set_up: setUpOf(state) })
  if (list === "overview") return Response.json({ overview: OVERVIEWS[state] ?? OVERVIEW })
  const isEmpty = state === "empty" || state === "new-store"
  if (part === "totals") return Response.json({ totals: isEmpty ? NO_TOTALS : TOTALS })
  const rows = isEmpty ? [] : isAll(state) ? ALL : UNRECONCILED
  return Response.json({ transactions: rows, next_cursor: state === "more" ? "more" : null, limit: 50 })
}

/** Whether it is a list of all transactions; one of them has its notes opened. */
const isAll = (state: string): boolean => state === "transactions" || state === "notes"

const OF_ONE = /\/admin\/reconciliation\/transactions\/\w+\/(?:notes|attachments)$/

const PLAN = /\/admin\/reconciliation\/accounts\/(\w+)\/(preview|reconcile)$/

/** What reconciling an account would place, or does; one account has nothing, and one has changed meanwhile. */
function answerOfPlan([, id = "", act]: RegExpExecArray): Response {
  if (act === "reconcile")
    return id === "2" ? refusal(409, "version_stale") : Response.json({ account: ACCOUNT })
  const item = {
    side: "credit",
    kind: "deposit",
    title: null,
    row: null,
    reference: "",
    occurred_on: "2026-11-25",
  }
  const named = { ...item, method: "cash", provider_id: null, detail: null }
  const allocate = [1, 2].map((step) => ({
    credit_item_id: "131",
    debit_item_id: String(step),
    order_id: `order_${step}`,
    amount: "13.00",
    rule: "oldest_first",
    step,
    credit: named,
    debit: { ...named, side: "debit", kind: "charge", title: "Violin" },
  }))
  return Response.json({
    allocation_plan: { base_version: 3, allocate: id === "3" ? [] : allocate },
  })
}

/** Takes the place of the browser's own fetch for what the plugin and the host answer of lists. */
export function answerOfLists(): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (asked, init) => {
    const [list, plan] = typeof asked === "string" ? [PATH.exec(asked), PLAN.exec(asked)] : []
    if (plan && shown() !== "") return answerOfPlan(plan)
    if (typeof asked === "string" && OF_ONE.test(asked))
      return Response.json({ notes: NOTES, attachments: ATTACHMENTS })
    return list ? answer(list) : ask(asked, init)
  }
}

/** A list or the overview in the state that the address names, with the count that the topbar has. */
export function ListGallery(): ReactNode {
  const state = stateOf()
  const [client] = useState(() => {
    const made = new QueryClient()
    made.setQueryDefaults(["reconciliation", "rights"], { staleTime: Infinity })
    made.setQueryData(["reconciliation", "rights"], state === "readonly" ? ["view"] : RIGHTS)
    return made
  })
  const payment = () => null
  return (
    <QueryClientProvider client={client}>
      <main className="bg-ui-bg-subtle flex flex-col gap-3 p-3" data-gallery="">
        <div className="flex justify-end">
          <TopbarBadge />
        </div>
        {isOverview() ? (
          <OverviewPage />
        ) : state === "loading" ? (
          <ListLoading title="unreconciled" />
        ) : isAll(state) ? (
          <TransactionsPage payment={payment} />
        ) : (
          <UnreconciledPage payment={payment} />
        )}
      </main>
    </QueryClientProvider>
  )
}
