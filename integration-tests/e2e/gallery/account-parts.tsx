import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import AccountPage from "../../../src/admin/features/account/account-page"
import { AccountLoading } from "../../../src/admin/features/account/account-loading"
import { CustomerCard } from "../../../src/admin/features/account/card/customer-card"
import { AccountRows } from "../../../src/admin/features/account/list/account-rows"
import MirrorsPage from "../../../src/admin/features/mirrors/mirrors-page"
import { WriteOffRequests } from "../../../src/admin/features/write-off-requests/write-off-requests"
import { useIsNarrow } from "../../../src/admin/lib/use-is-narrow"
import type { AccountView } from "../../../src/types/http"
import { RIGHTS } from "../../../src/types/rights"
import type { PaymentPlace } from "../../../src/admin/ui/beside"
import { ACCOUNT, THOUSAND, TRANSACTIONS } from "./account-data"
import { PLAN } from "./account-plans"
import { PREVIEW } from "./history-entries"
import { MIRRORS } from "./mirrors"
import { COMPANY, EMPTY, LISTED, MEMBER, SETTLED, SUSPENSE } from "./other-accounts"

const PATH =
  /\/admin\/reconciliation\/(accounts|payments|write-off-requests|mirrors)\/?(\w*)\/?([\w/]*)(\?.*)?$/

const refusal = (status: number, code: string) =>
  Response.json(
    { type: "conflict", code, message: "Something in English.", ids: {}, remedy: "Do something." },
    { status },
  )

function answer([, list, id = "", part = "", query = ""]: RegExpExecArray): Response {
  if (list === "write-off-requests") return Response.json({ write_off_requests: REQUESTS, next_cursor: null })
  if (list === "payments") return Response.json({ preview: PREVIEW })
  if (list === "mirrors") return Response.json({ mirrors: MIRRORS, next_cursor: null })
  if (id === "")
    return Response.json({
      accounts: query.includes("cus_none") ? [] : LISTED.slice(0, 1),
      next_cursor: null,
    })
  if (id === "broken") return refusal(503, "database_unreachable")
  if (id === "forbidden") return refusal(403, "right_missing")
  if (id === "unknown") return refusal(404, "account_not_found")
  if (part === "preview") return Response.json({ allocation_plan: PLAN })
  const account = { ...(OTHERS[id] ?? ACCOUNT), id }
  if (part !== "transactions") return Response.json({ account })
  return transactionsOf(id, query)
}

function transactionsOf(id: string, query: string): Response {
  const all =
    id === "empty"
      ? []
      : id === "many"
        ? THOUSAND
        : id === "suspense"
          ? TRANSACTIONS.slice(0, 1).map((one) => ({ ...one, balance: "-600.00" }))
          : id === "member"
            ? SETTLED
            : TRANSACTIONS
  const limit = Number(/limit=(\d+)/.exec(query)?.[1] ?? 50)
  const transactions = id === "many" ? all : all.slice(0, limit)
  return Response.json({ transactions, next_cursor: id === "full" ? "more" : null })
}

const OTHERS: Readonly<Record<string, AccountView>> = {
  empty: EMPTY,
  suspense: SUSPENSE,
  company: COMPANY,
  member: MEMBER,
}

const REQUESTS = [
  {
    id: "1",
    account_id: "1",
    customer_id: "cus_1",
    order_id: "order_38",
    display_id: "38",
    payment_id: null,
    row: "line:parcel",
    row_title: "Insured parcel",
    kind: "short_payment",
    amount: "12.75",
    digits: 2,
    currency_code: "usd",
    reason: "Parcel came a week late",
    requested_by: "user_1",
    requested_by_name: "Ada Ledger",
    requested_at: "2026-11-26T09:12:00.000Z",
    status: "pending",
    decided_by: null,
    decision_reason: null,
  },
]

/** Takes the place of the browser's own fetch for what the plugin answers of accounts. */
export function answerOfAccounts(): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (asked, init) => {
    const found = typeof asked === "string" ? PATH.exec(asked) : null
    // What was sent is left where a test finds it.
    if (found && init?.method === "POST" && typeof init.body === "string")
      document.body.dataset["sent"] = `${found[1]}/${found[2]}/${found[3]} ${init.body}`
    return found ? answer(found) : ask(asked, init)
  }
}

/** What is asked of the plugin here, and the rights that somebody has. */
function World({ rights = RIGHTS, children }: { rights?: readonly string[]; children: ReactNode }) {
  const [client] = useState(() => {
    const made = new QueryClient()
    made.setQueryDefaults(["reconciliation", "rights"], { staleTime: Infinity })
    made.setQueryData(["reconciliation", "rights"], rights)
    return made
  })
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

interface Part {
  readonly name: string
  readonly shown: ReactNode
}

export const ACCOUNT_PARTS: readonly Part[] = [
  { name: "account", shown: page("full") },
  { name: "account read-only", shown: page("readonly", ["view"]) },
  { name: "account empty", shown: page("empty") },
  { name: "account of nobody", shown: page("suspense") },
  { name: "account of a company", shown: page("company") },
  { name: "account of a member", shown: page("member", ["view"]) },
  { name: "account of many", shown: page("many") },
  { name: "account broken", shown: page("broken") },
  { name: "account forbidden", shown: page("forbidden") },
  { name: "account unknown", shown: page("unknown") },
  { name: "account loading", shown: <AccountLoading /> },
  { name: "account list", shown: <Rows /> },
  {
    name: "write-off request to decide",
    shown: (
      <World>
        <WriteOffRequests />
      </World>
    ),
  },
  {
    name: "mirrors",
    shown: (
      <World>
        <MirrorsPage />
      </World>
    ),
  },
  {
    name: "write-off requests",
    shown: (
      <World rights={["view"]}>
        <WriteOffRequests />
      </World>
    ),
  },
  {
    name: "customer card",
    shown: (
      <World>
        <div style={{ maxWidth: 440 }}>
          <CustomerCard customerId="cus_1" payment={payment} />
          <CustomerCard customerId="cus_none" />
        </div>
      </World>
    ),
  },
]

function page(id: string, rights?: readonly string[]): ReactNode {
  return (
    <World {...(rights && { rights })}>
      <AccountPage accountId={id} payment={payment} />
    </World>
  )
}

/** Stands for the drawer in which a payment is recorded: which order it begins with, and for which planned payment. */
function payment({ open, orderId, instalments = [] }: PaymentPlace): ReactNode {
  return open && <output data-recording={orderId}>{instalments.map(({ id }) => id)}</output>
}

function Rows() {
  return <AccountRows rows={LISTED} isNarrow={useIsNarrow(900)} />
}
