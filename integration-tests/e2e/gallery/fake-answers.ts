import type { AllocationsPreview } from "../../../src/types/http"
import { orderOf } from "./history-data"
import { HISTORY, PREVIEW } from "./history-entries"

/** What the plugin would answer, without a server: which order is asked about says how it goes. */
type Answer = { status: number; body: unknown } | "never"

const refusal = (status: number, code: string, ids: Record<string, string> = {}): Answer => ({
  status,
  body: { type: "conflict", code, message: "Something in English.", ids, remedy: "Do something." },
})

/** Orders that have moved on, to version 10. */
const moved = new Set<string>()
const nowOf = (order: string) => ({ ...orderOf(order), version: moved.has(order) ? 10 : 9 })

function done(order: string): Answer {
  moved.add(order)
  return {
    status: 200,
    body: { edit: { change_id: "90", version: 10, changed: true }, order: nowOf(order) },
  }
}

/** Somebody else was faster. */
function stale(order: string): Answer {
  moved.add(order)
  return refusal(409, "version_stale")
}

function answerTo(order: string, path: string, sent: { change_id?: string; version?: number }): Answer {
  if (path === "") return { status: 200, body: { order: nowOf(order) } }
  if (path === "history") return historyOf(order)
  if (!path.endsWith("/preview"))
    return order === "order_refused" ? refusal(403, "right_missing") : done(order)
  if (order === "order_moved_on" && sent.version !== 10) return stale(order)
  if (sent.change_id === "60") return refusal(409, "dependant_stays", { why: "instalment_bound" })
  const preview: AllocationsPreview =
    sent.change_id === "80" || sent.change_id === "20"
      ? { ...PREVIEW, dependants: [], kept: [], released: PREVIEW.released.slice(0, 1) }
      : PREVIEW
  return { status: 200, body: { preview: { ...preview, base_version: sent.version ?? 9 } } }
}

function historyOf(order: string): Answer {
  if (order === "order_loading") return "never"
  if (order === "order_forbidden") return refusal(403, "right_missing")
  if (order === "order_broken") return refusal(503, "database_unreachable")
  const changes = order === "order_new" ? [] : HISTORY
  return { status: 200, body: { changes, next_cursor: order === "order_38" ? "more" : null } }
}

const PATH = /\/admin\/reconciliation\/orders\/(\w+)\/?([\w/]*)(\?.*)?$/

/** Takes the place of the browser's own fetch for what the plugin answers. */
export function answerInPlaceOfTheServer(): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (asked, init) => {
    const found = typeof asked === "string" ? PATH.exec(asked) : null
    if (!found) return ask(asked, init)
    const [, order = "", path = "", query = ""] = found
    const sent = typeof init?.body === "string" ? (JSON.parse(init.body) as { version?: number }) : {}
    if (init?.method === "POST" && !path.endsWith("/preview"))
      window.dispatchEvent(new CustomEvent("answered", { detail: { path, body: sent } }))
    const answer: Answer = query.includes("cursor=")
      ? { status: 200, body: { changes: [], next_cursor: null } }
      : answerTo(order, path, sent)
    if (answer === "never") return new Promise<Response>(() => undefined)
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  }
}
