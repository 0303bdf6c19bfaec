import type { Right } from "../../src/types/rights"

/** What the manual says a route asks for, and a request that is well formed, so that only its id is unknown. */
export interface Attempt {
  readonly right: Right
  readonly refunds?: true
  readonly query?: string
  readonly body?: object
}

const BASE = "/admin/reconciliation"
const reason = "to see who may"

/** By hand and not from the declarations, which are what is to be proved. */
export const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  [`GET ${BASE}/orders/{id}`]: { right: "view" },
  [`POST ${BASE}/orders/{id}/reconcile`]: { right: "run", body: {} },
  [`POST ${BASE}/orders/{id}/preview`]: { right: "view", body: {} },
  [`POST ${BASE}/orders/{id}/refunds`]: {
    right: "manage",
    refunds: true,
    body: { payment_id: "pay_unknown", amount: "1.00", lines: [{ row: "item_unknown", amount: "1.00" }] },
  },
  [`PUT ${BASE}/orders/{id}/plan`]: {
    right: "manage",
    body: { instalments: [{ due_on: "2100-01-01", amount: "1.00" }] },
  },
  [`DELETE ${BASE}/orders/{id}/plan`]: { right: "delete" },
  [`GET ${BASE}/instalments`]: { right: "view" },
  [`POST ${BASE}/instalments/{id}/postpone`]: { right: "manage", body: { due_on: "2100-01-01" } },
  [`POST ${BASE}/instalments/{id}/fail`]: { right: "manage", body: {} },
  [`POST ${BASE}/instalments/{id}/cancel`]: { right: "delete", body: {} },
  [`GET ${BASE}/open-items`]: { right: "view" },
  [`GET ${BASE}/accounts`]: { right: "view", query: "?customer_id=cus_unknown" },
  [`GET ${BASE}/accounts/{id}`]: { right: "view" },
  [`POST ${BASE}/accounts/{id}/reconcile`]: { right: "run", body: { strategy: "line_order" } },
  [`POST ${BASE}/accounts/{id}/preview`]: { right: "view", body: { strategy: "line_order" } },
  [`POST ${BASE}/payments`]: {
    right: "manage",
    body: { customer_id: "cus_unknown", currency_code: "eur", amount: "1.00", method: "cash" },
  },
  [`POST ${BASE}/payments/{id}/reversals`]: { right: "manage", body: { kind: "other", reason } },
  [`POST ${BASE}/payments/{id}/write-offs`]: { right: "write_off", body: { reason } },
  [`POST ${BASE}/orders/{id}/write-offs`]: { right: "write_off", body: { kind: "short_payment", reason } },
  [`POST ${BASE}/write-offs/{id}/undo`]: { right: "write_off", body: { reason } },
  [`POST ${BASE}/write-off-requests/{id}/approve`]: { right: "write_off", body: {} },
  [`POST ${BASE}/write-off-requests/{id}/decline`]: { right: "write_off", body: {} },
}

/** A policy as `resource:operation`, the host's key of it. */
export function policiesFor({ right, refunds }: Attempt): string[] {
  const own = `reconciliation:${right}`
  return [own, "order:read", "customer:read", "payment:read", ...(refunds ? ["refund:create"] : [])]
}
