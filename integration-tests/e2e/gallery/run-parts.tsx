import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { ListLoading } from "../../../src/admin/features/lists/list-loading"
import RunsPage from "../../../src/admin/features/runs/list/runs-page"
import RunPage from "../../../src/admin/features/runs/run/run-page"
import { summed } from "../../../src/admin/features/runs/outlook"
import { stateOfPreviewed } from "../../../src/admin/features/runs/previewed"
import { RIGHTS } from "../../../src/types/rights"
import { FINISHED, MOVED, MOVES, PREVIEWS, QUEUED, RUNNING, RUNS, TAKEN, UNDO } from "./run-data"
import { LEFT, STAYS } from "./run-left-data"

const STATUS = /\/admin\/reconciliation\/status$/
const PATH = /\/admin\/reconciliation\/runs\/?([\w/]*)(\?.*)?$/
const HOST = /\/admin\/(stores|customer-groups|customers)\?/

const refusal = (status: number, code: string) =>
  Response.json(
    { type: "conflict", code, message: "Something in English.", ids: {}, remedy: "Do something." },
    { status },
  )

/** Which state of the pages is shown, by the address. */
const stateOf = (): string => new URLSearchParams(window.location.search).get("of") ?? ""

/** Where the pages stand, so that what they show over themselves is open; a run that was looked at before with what was seen. */
export function addressOfRuns(): string | { readonly pathname: string; readonly state: unknown } {
  const state = stateOf()
  if (OF_PREVIEW.has(state)) {
    const outlook = summed([state === "an-undo" ? { ...PREVIEWS.keep, counts: UNDO.counts } : PREVIEWS.exact])
    return { pathname: "/", state: stateOfPreviewed(outlook) }
  }
  if (state.startsWith("new")) return state === "new-listed" ? "/?new=list&accounts=1,2,3" : "/?new"
  return state.startsWith("undo") ? "/?undo" : "/"
}

const SHOWN = { running: RUNNING, queued: QUEUED, undo: UNDO } as const
const runShown = () => {
  const state = stateOf()
  if (state === "running") return SHOWN.running
  if (state === "queued") return SHOWN.queued
  return state === "an-undo" ? SHOWN.undo : FINISHED
}

function previewed(part: string, sent: { strategy?: string; dependants?: string }) {
  const state = stateOf()
  if (state === "new-nothing") return PREVIEWS.nothing
  if (part === "preview") return sent.strategy === "exact_match" ? PREVIEWS.exact : PREVIEWS.rule
  if (state === "undo-free") return PREVIEWS.free
  return sent.dependants === "cascade" ? PREVIEWS.cascade : PREVIEWS.keep
}

/** What is listed of a run in a state where nothing was done since. */
const PLACED: Readonly<Record<string, typeof MOVES>> = { running: MOVES, "an-undo": TAKEN }

async function answer(part: string, asked: URLSearchParams, sent: object): Promise<Response> {
  const state = stateOf()
  if (state.endsWith("waiting")) return await new Promise<Response>(() => undefined)
  if (state.endsWith("broken")) return refusal(503, "database_unreachable")
  if (state.endsWith("forbidden")) return refusal(403, "right_missing")
  if (state === "unknown") return refusal(404, "run_not_found")
  if (part === "") {
    const limit = Number(asked.get("limit") ?? 50)
    const isNone = state === "empty" || state === "overview-new-store"
    return Response.json({ runs: isNone ? [] : RUNS.slice(0, limit), next_cursor: null, limit })
  }
  if (part.endsWith("preview")) return Response.json({ preview: previewed(part, sent) })
  const isWaiting = state === "queued"
  if (part.endsWith("/results"))
    return Response.json({
      results: isWaiting ? [] : (PLACED[state] ?? MOVED),
      next_cursor: isWaiting ? null : "more",
      limit: 50,
    })
  if (part.endsWith("/left"))
    return Response.json({
      left: isWaiting ? [] : state === "an-undo" ? STAYS.slice(3, 5) : LEFT,
      next_cursor: null,
      limit: 50,
    })
  return Response.json({ run: runShown() })
}

function answerOfHost(what: string | undefined): Response {
  if (what === "stores")
    return Response.json({ stores: [{ supported_currencies: [{ currency_code: "eur" }] }] })
  if (what === "customers") return Response.json({ customers: [{ id: "cus_1" }] })
  return Response.json({ customer_groups: [{ id: "cusgroup_1", name: "Schools" }] })
}

/** Takes the place of the browser's own fetch for what the plugin answers of runs, and the host of customers. */
export function answerOfRuns(): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (asked, init) => {
    const [found, host] = typeof asked === "string" ? [PATH.exec(asked), HOST.exec(asked)] : []
    if (found)
      return answer(
        found[1] ?? "",
        new URLSearchParams(found[2] ?? ""),
        typeof init?.body === "string" ? (JSON.parse(init.body) as object) : {},
      )
    if (typeof asked === "string" && STATUS.test(asked))
      return Response.json({ status: { nightly_run: stateOf() === "runs" ? "exact_match" : "off" } })
    return host ? answerOfHost(host[1]) : ask(asked, init)
  }
}

const OF_PREVIEW = new Set(["running", "finished", "an-undo"])
const OF_ONE = new Set(["running", "queued", "finished", "an-undo", "unknown"])
const isOfOne = (state: string): boolean =>
  OF_ONE.has(state) || state.startsWith("run-") || state.startsWith("undo")

/** The page of runs, or of one, in the state that the address names. */
export function RunGallery(): ReactNode {
  const state = stateOf()
  const [client] = useState(() => {
    const made = new QueryClient()
    made.setQueryDefaults(["reconciliation", "rights"], { staleTime: Infinity })
    made.setQueryData(["reconciliation", "rights"], state.endsWith("readonly") ? ["view"] : RIGHTS)
    return made
  })
  return (
    <QueryClientProvider client={client}>
      <main className="bg-ui-bg-subtle p-3" data-gallery="">
        {state === "loading" ? (
          <ListLoading title="runs" />
        ) : isOfOne(state) ? (
          <RunPage id="14" />
        ) : (
          <RunsPage />
        )}
      </main>
    </QueryClientProvider>
  )
}
