import { OPERATIONS } from "../../src/api/lib/operations"

const EDIT = { cells: [{ row: "line:ordli_1", column: "1", amount: "1.00" }], version: 1 }
const REFUND = { payment_id: "pay_1", amount: "1.00", lines: [{ row: "line:ordli_1", amount: "1.00" }] }
const PLAN = { instalments: [{ due_on: "2026-02-01", amount: "1.00" }] }
const TERMS = { due: { days: 30 } }
const UNDO = { change_id: "1", version: 1 }

/** What each route with an id in its path needs besides the id; those that are not named here need nothing. */
const BODIES: Readonly<Record<string, unknown>> = {
  "orders/{id}/refunds": REFUND,
  "orders/{id}/refunds/preview": REFUND,
  "orders/{id}/plan": PLAN,
  "orders/{id}/plan/preview": PLAN,
  "orders/{id}/terms": TERMS,
  "orders/{id}/terms/preview": TERMS,
  "orders/{id}/allocations": EDIT,
  "orders/{id}/allocations/preview": EDIT,
  "orders/{id}/allocations/delete": { version: 1 },
  "orders/{id}/allocations/delete/preview": { version: 1 },
  "orders/{id}/undo": UNDO,
  "orders/{id}/undo/preview": UNDO,
  "orders/{id}/write-offs": { kind: "short_payment", reason: "small" },
  "orders/{id}/write-offs/preview": { kind: "short_payment" },
  "accounts/{id}/reconcile": { strategy: "oldest_first" },
  "accounts/{id}/preview": { strategy: "oldest_first" },
  "accounts/{id}/apply": { orders: [{ order_id: "order_1" }] },
  "accounts/{id}/apply/preview": { orders: [{ order_id: "order_1" }] },
  "accounts/{id}/join": { to: { account_id: "1" } },
  "accounts/{id}/join/preview": { to: { account_id: "1" } },
  "payments/{id}/reversals": { kind: "chargeback", reason: "fraud" },
  "payments/{id}/reversals/preview": { kind: "chargeback", reason: "fraud" },
  "payments/{id}/move": { to: { suspense: true } },
  "payments/{id}/move/preview": { to: { suspense: true } },
  "payments/{id}/pay-back": { method: "cash" },
  "payments/{id}/pay-back/preview": { method: "cash" },
  "payments/{id}/write-offs": { reason: "small" },
  "write-offs/{id}/undo": { reason: "paid after all" },
  "transactions/{id}/notes": { text: "Asked the payer" },
  "transactions/{id}/attachments": { name: "a.txt", mime_type: "text/plain", content: "YQ==" },
  "transactions/{id}/document-number": { number: "F-2026-17" },
  "instalments/{id}/postpone": { due_on: "2026-02-01" },
}

const UNKNOWN: Readonly<Record<string, string>> = {
  orders: "order_not_found",
  accounts: "account_not_found",
  payments: "payment_not_found",
  "write-offs": "write_off_not_found",
  "write-off-requests": "write_off_request_not_found",
  mirrors: "mirror_not_found",
  instalments: "instalment_not_found",
  receipts: "receipt_not_found",
  transactions: "transaction_not_found",
  moves: "move_not_found",
  memberships: "membership_not_found",
  runs: "run_not_found",
  checks: "check_not_found",
  "pay-backs": "pay_back_not_found",
  "opening-balances": "opening_not_found",
}

/** Every route with an id in its path, with a body that it takes and the code by which it does not know an id. */
export const ROUTES_WITH_ID = OPERATIONS.flatMap(({ method, path }) => {
  const route = path.replace("/admin/reconciliation/", "")
  if (!route.includes("{id}")) return []
  const body = method === "post" || method === "put" ? (BODIES[route] ?? {}) : undefined
  return [
    {
      method,
      route: route.replace(/\{(?:rank|number|note_id|attachment_id|finding)\}/, "1"),
      body,
      unknown: UNKNOWN[route.slice(0, route.indexOf("/"))],
    },
  ]
})
