import { OPERATIONS } from "../../src/api/lib/operations"

/** What each route with an id in its path needs besides the id; those that are not named here need nothing. */
const BODIES: Readonly<Record<string, unknown>> = {
  "orders/{id}/refunds": {
    payment_id: "pay_1",
    amount: "1.00",
    lines: [{ row: "line:ordli_1", amount: "1.00" }],
  },
  "orders/{id}/plan": { instalments: [{ due_on: "2026-02-01", amount: "1.00" }] },
  "orders/{id}/write-offs": { kind: "short_payment", reason: "small" },
  "accounts/{id}/reconcile": { strategy: "oldest_first" },
  "accounts/{id}/preview": { strategy: "oldest_first" },
  "payments/{id}/reversals": { kind: "chargeback", reason: "fraud" },
  "payments/{id}/write-offs": { reason: "small" },
  "write-offs/{id}/undo": { reason: "paid after all" },
  "instalments/{id}/postpone": { due_on: "2026-02-01" },
}

const UNKNOWN: Readonly<Record<string, string>> = {
  orders: "order_not_found",
  accounts: "account_not_found",
  payments: "payment_not_found",
  "write-offs": "write_off_not_found",
  "write-off-requests": "write_off_request_not_found",
  instalments: "instalment_not_found",
}

/** Every route with an id in its path, with a body that it takes and the code by which it does not know an id. */
export const ROUTES_WITH_ID = OPERATIONS.flatMap(({ method, path }) => {
  const route = path.replace("/admin/reconciliation/", "")
  if (!route.includes("{id}")) return []
  const body = method === "post" || method === "put" ? (BODIES[route] ?? {}) : undefined
  return [{ method, route, body, unknown: UNKNOWN[route.slice(0, route.indexOf("/"))] }]
})
