import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import SettingsPage from "../../../src/admin/features/settings/settings-page"
import { RIGHTS } from "../../../src/types/rights"
import { HOST_NAMES, PREVIEW, REFUSED, SETTINGS } from "./settings-data"

const PATH = /\/admin\/reconciliation\/settings\/?(\w*)$/

/** What the host answers of people, keys, sales channels, groups, providers and currencies. */
const HOST_PATH =
  /\/admin\/(users|api-keys|sales-channels|customer-groups|payments\/payment-providers|stores)\?/

const refusal = (status: number, code: string, message = "Something in English."): Response =>
  Response.json(
    { type: "conflict", code, message, ids: { setting: "timeZone" }, remedy: "Do something." },
    { status },
  )

/** Which state of the page is shown, by the address. */
const stateOf = (): string => new URLSearchParams(window.location.search).get("of") ?? ""

/** Takes the place of the browser's own fetch for what the plugin answers of settings. */
export function answerOfSettings(): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (asked, init) => {
    const found = typeof asked === "string" ? PATH.exec(asked) : null
    if (typeof asked === "string" && HOST_PATH.test(asked)) return Response.json(HOST_NAMES)
    if (!found) return ask(asked, init)
    const state = stateOf()
    if (state === "waiting") return await new Promise<Response>(() => undefined)
    if (state === "broken") return refusal(503, "database_unreachable")
    if (state === "forbidden") return refusal(403, "right_missing")
    if (found[1] === "preview")
      return state === "wrong"
        ? refusal(
            400,
            "setting_refused",
            'The setting timeZone is "Mars"; use an IANA name such as "Europe/Paris".',
          )
        : Response.json({ preview: PREVIEW })
    if (init?.method === "POST") return refusal(409, "settings_stale")
    return Response.json({ settings: state === "refused" ? REFUSED : SETTINGS })
  }
}

/** The page of settings in the state that the address names. */
export function SettingsGallery(): ReactNode {
  const [client] = useState(() => {
    const made = new QueryClient()
    made.setQueryDefaults(["reconciliation", "rights"], { staleTime: Infinity })
    made.setQueryData(["reconciliation", "rights"], stateOf() === "readonly" ? ["view"] : RIGHTS)
    return made
  })
  return (
    <QueryClientProvider client={client}>
      <main className="bg-ui-bg-subtle p-3" data-gallery="">
        <SettingsPage />
      </main>
    </QueryClientProvider>
  )
}
