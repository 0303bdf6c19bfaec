import type { Right } from "../../src/types/rights"

/** What the manual says a route asks for, and a request that is well formed, so that only its id is unknown. */
export interface Attempt {
  readonly right: Right
  readonly refunds?: true
  readonly query?: string
  readonly body?: object
  /** What who may is answered, where the request names nothing that can be unknown, or refuses each row by itself. */
  readonly answers?: 200 | 400
}

const BASE = "/admin/reconciliation"
const reason = "to see who may"
const opening = {
  currency_code: "eur",
  date: "2026-01-01",
  rows: [{ customer: "cus_unknown", balance: "owes", amount: "1.00" }],
}
const edited = { cells: [{ row: "line:unknown", column: "1", amount: "1.00" }], version: 1 }

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
  [`GET ${BASE}/orders/{id}/refunds`]: { right: "view" },
  [`POST ${BASE}/orders/{id}/refunds/preview`]: {
    right: "view",
    body: { payment_id: "pay_unknown", amount: "1.00", lines: [{ row: "item_unknown", amount: "1.00" }] },
  },
  [`PUT ${BASE}/orders/{id}/plan`]: {
    right: "manage",
    body: { instalments: [{ due_on: "2100-01-01", amount: "1.00" }] },
  },
  [`POST ${BASE}/orders/{id}/plan/preview`]: {
    right: "view",
    body: { instalments: [{ due_on: "2100-01-01", amount: "1.00" }] },
  },
  [`PUT ${BASE}/orders/{id}/terms`]: { right: "manage", body: { due: { days: 30 } } },
  [`POST ${BASE}/orders/{id}/terms/preview`]: { right: "view", body: { due: { days: 30 } } },
  [`DELETE ${BASE}/orders/{id}/plan`]: { right: "delete" },
  [`POST ${BASE}/orders/{id}/allocations`]: { right: "manage", body: edited },
  [`POST ${BASE}/orders/{id}/allocations/preview`]: { right: "view", body: edited },
  [`POST ${BASE}/orders/{id}/allocations/delete`]: { right: "manage", body: { version: 1 } },
  [`POST ${BASE}/orders/{id}/allocations/delete/preview`]: { right: "view", body: { version: 1 } },
  [`POST ${BASE}/orders/{id}/confirm`]: { right: "manage", body: {} },
  [`POST ${BASE}/orders/{id}/undo`]: { right: "manage", body: { change_id: "1", version: 1 } },
  [`POST ${BASE}/orders/{id}/undo/preview`]: { right: "view", body: { change_id: "1", version: 1 } },
  [`GET ${BASE}/orders/{id}/history`]: { right: "view" },
  [`POST ${BASE}/payments/{id}/allocations/delete`]: { right: "manage", body: {} },
  [`POST ${BASE}/payments/{id}/allocations/delete/preview`]: { right: "view", body: {} },
  [`GET ${BASE}/rights`]: { right: "view" },
  [`GET ${BASE}/instalments`]: { right: "view" },
  [`GET ${BASE}/instalments/totals`]: { right: "view" },
  [`POST ${BASE}/instalments/{id}/postpone`]: { right: "manage", body: { due_on: "2100-01-01" } },
  [`POST ${BASE}/instalments/{id}/fail`]: { right: "manage", body: {} },
  [`POST ${BASE}/instalments/{id}/cancel`]: { right: "delete", body: {} },
  [`GET ${BASE}/open-items`]: { right: "view" },
  [`GET ${BASE}/audit`]: { right: "view" },
  [`GET ${BASE}/overview`]: { right: "view" },
  [`GET ${BASE}/settings`]: { right: "view" },
  [`POST ${BASE}/settings`]: {
    right: "manage",
    body: { changes: [{ name: "unknown", value: 1 }], version: "0" },
    answers: 400,
  },
  [`POST ${BASE}/settings/preview`]: {
    right: "view",
    body: { changes: [{ name: "unknown", value: 1 }] },
    answers: 400,
  },
  [`GET ${BASE}/settings/history`]: { right: "view" },
  [`GET ${BASE}/set-up`]: { right: "view" },
  [`GET ${BASE}/set-up/examples`]: { right: "view" },
  [`POST ${BASE}/set-up`]: {
    right: "manage",
    body: {
      version: 0,
      step: "start",
      draft: {
        start: {},
        opening: { answer: null, rows: [] },
        rules: {},
        history: { answer: null, since: "unknown", until: "" },
      },
    },
    answers: 400,
  },
  [`POST ${BASE}/set-up/finish`]: { right: "manage", body: { version: 0 }, answers: 400 },
  [`GET ${BASE}/status`]: { right: "view" },
  [`GET ${BASE}/transactions`]: { right: "view", query: "?show=unreconciled" },
  [`GET ${BASE}/transactions/totals`]: { right: "view" },
  [`GET ${BASE}/transactions/{id}/notes`]: { right: "view" },
  [`POST ${BASE}/transactions/{id}/notes`]: { right: "manage", body: { text: reason } },
  [`POST ${BASE}/transactions/{id}/notes/{note_id}/take-back`]: { right: "manage", body: {} },
  [`GET ${BASE}/transactions/{id}/attachments`]: { right: "view" },
  [`POST ${BASE}/transactions/{id}/attachments`]: {
    right: "manage",
    body: { name: "a.txt", mime_type: "text/plain", content: "YQ==" },
  },
  [`GET ${BASE}/transactions/{id}/attachments/{attachment_id}/file`]: { right: "view" },
  [`POST ${BASE}/transactions/{id}/attachments/{attachment_id}/take-back`]: { right: "manage", body: {} },
  [`POST ${BASE}/transactions/{id}/checked`]: { right: "manage", body: {} },
  [`GET ${BASE}/transactions/{id}/document-number`]: { right: "view" },
  [`PUT ${BASE}/transactions/{id}/document-number`]: { right: "manage", body: { number: "F-1" } },
  [`GET ${BASE}/accounts`]: { right: "view", query: "?customer_id=cus_unknown" },
  [`GET ${BASE}/accounts/{id}`]: { right: "view" },
  [`GET ${BASE}/receipts/{id}`]: { right: "view" },
  [`GET ${BASE}/accounts/{id}/codes/{rank}`]: { right: "view" },
  [`POST ${BASE}/accounts/{id}/reconcile`]: { right: "run", body: { strategy: "line_order" } },
  [`POST ${BASE}/accounts/{id}/preview`]: { right: "view", body: { strategy: "line_order" } },
  [`POST ${BASE}/payments`]: {
    right: "manage",
    body: { customer_id: "cus_unknown", currency_code: "eur", amount: "1.00", method: "cash" },
  },
  [`POST ${BASE}/payments/preview`]: {
    right: "view",
    body: { customer_id: "cus_unknown", currency_code: "eur", amount: "1.00", method: "cash" },
  },
  [`POST ${BASE}/payments/batch`]: {
    right: "manage",
    answers: 400,
    body: { currency_code: "eur", rows: [{ customer: "cus_unknown", amount: "1.00", method: "cash" }] },
  },
  [`POST ${BASE}/payments/batch/preview`]: {
    right: "view",
    answers: 200,
    body: { currency_code: "eur", rows: [{ customer: "cus_unknown", amount: "1.00", method: "cash" }] },
  },
  [`POST ${BASE}/accounts/{id}/apply`]: {
    right: "manage",
    body: { orders: [{ order_id: "order_unknown" }] },
  },
  [`POST ${BASE}/accounts/{id}/apply/preview`]: {
    right: "view",
    body: { orders: [{ order_id: "order_unknown" }] },
  },
  [`GET ${BASE}/accounts/{id}/transactions`]: { right: "view" },
  [`GET ${BASE}/accounts/{id}/transactions/csv`]: { right: "export" },
  [`GET ${BASE}/write-off-requests`]: { right: "view" },
  [`GET ${BASE}/mirrors`]: { right: "view" },
  [`POST ${BASE}/mirrors`]: { right: "manage", body: {}, answers: 200 },
  [`POST ${BASE}/mirrors/preview`]: { right: "view", body: {}, answers: 200 },
  [`POST ${BASE}/mirrors/{id}/retry`]: { right: "manage", body: {} },
  [`POST ${BASE}/payments/{id}/reversals`]: { right: "manage", body: { kind: "other", reason } },
  [`POST ${BASE}/payments/{id}/reversals/preview`]: { right: "view", body: { kind: "other", reason } },
  [`POST ${BASE}/payments/{id}/reversals/{number}/undo`]: { right: "manage", body: {} },
  [`POST ${BASE}/payments/{id}/reversals/{number}/undo/preview`]: { right: "view", body: {} },
  [`POST ${BASE}/payments/{id}/move`]: { right: "manage", body: { to: { suspense: true } } },
  [`POST ${BASE}/payments/{id}/move/preview`]: { right: "view", body: { to: { suspense: true } } },
  [`POST ${BASE}/moves/{id}/undo`]: { right: "manage", body: {} },
  [`POST ${BASE}/moves/{id}/undo/preview`]: { right: "view", body: {} },
  [`POST ${BASE}/payments/{id}/pay-back`]: { right: "manage", refunds: true, body: { method: "cash" } },
  [`POST ${BASE}/payments/{id}/pay-back/preview`]: { right: "view", body: { method: "cash" } },
  [`POST ${BASE}/pay-backs/{id}/undo`]: { right: "manage", body: {} },
  [`POST ${BASE}/pay-backs/{id}/undo/preview`]: { right: "view", body: {} },
  [`GET ${BASE}/opening-balances`]: { right: "view" },
  [`POST ${BASE}/opening-balances`]: { right: "manage", body: opening, answers: 400 },
  [`POST ${BASE}/opening-balances/preview`]: { right: "view", body: opening, answers: 200 },
  [`POST ${BASE}/opening-balances/{id}/pay`]: { right: "manage", body: {} },
  [`POST ${BASE}/opening-balances/{id}/pay/preview`]: { right: "view", body: {} },
  [`POST ${BASE}/opening-balances/{id}/undo`]: { right: "manage", body: {} },
  [`POST ${BASE}/opening-balances/{id}/undo/preview`]: { right: "view", body: {} },
  [`POST ${BASE}/accounts/{id}/join`]: { right: "manage", body: { to: { account_id: "999999" } } },
  [`POST ${BASE}/accounts/{id}/join/preview`]: { right: "view", body: { to: { account_id: "999999" } } },
  [`POST ${BASE}/memberships/{id}/end`]: { right: "manage", body: {} },
  [`POST ${BASE}/memberships/{id}/end/preview`]: { right: "view", body: {} },
  [`GET ${BASE}/checks`]: { right: "view" },
  [`POST ${BASE}/checks`]: { right: "run", body: { nothing: true }, answers: 400 },
  [`GET ${BASE}/checks/{id}`]: { right: "view" },
  [`POST ${BASE}/checks/{id}/findings/{finding}/repair`]: { right: "manage", body: {} },
  [`POST ${BASE}/checks/{id}/findings/{finding}/repair/preview`]: { right: "view", body: {} },
  [`POST ${BASE}/orders/{id}/rebuild`]: { right: "delete", body: {} },
  [`POST ${BASE}/orders/{id}/rebuild/preview`]: { right: "view", body: {} },
  [`GET ${BASE}/orders/{id}/diagnosis`]: { right: "view" },
  [`GET ${BASE}/runs`]: { right: "view" },
  [`POST ${BASE}/runs`]: { right: "run", body: { strategy: "unknown" }, answers: 400 },
  [`POST ${BASE}/runs/preview`]: { right: "view", body: {}, answers: 200 },
  [`GET ${BASE}/runs/{id}`]: { right: "view" },
  [`GET ${BASE}/runs/{id}/results`]: { right: "view" },
  [`GET ${BASE}/runs/{id}/left`]: { right: "view" },
  [`GET ${BASE}/runs/{id}/file`]: { right: "export" },
  [`POST ${BASE}/runs/{id}/cancel`]: { right: "run", body: {} },
  [`POST ${BASE}/runs/{id}/undo`]: { right: "run", body: {} },
  [`POST ${BASE}/runs/{id}/undo/preview`]: { right: "view", body: {} },
  [`GET ${BASE}/suspense`]: { right: "view" },
  [`POST ${BASE}/payments/{id}/write-offs`]: { right: "write_off", body: { reason } },
  [`POST ${BASE}/orders/{id}/write-offs`]: { right: "write_off", body: { kind: "short_payment", reason } },
  [`POST ${BASE}/payments/{id}/write-offs/preview`]: { right: "view", body: {} },
  [`POST ${BASE}/orders/{id}/write-offs/preview`]: { right: "view", body: { kind: "short_payment" } },
  [`POST ${BASE}/write-offs/{id}/undo`]: { right: "write_off", body: { reason } },
  [`POST ${BASE}/write-off-requests/{id}/approve`]: { right: "write_off", body: {} },
  [`POST ${BASE}/write-off-requests/{id}/decline`]: { right: "write_off", body: {} },
}

/** A policy as `resource:operation`, the host's key of it. */
export function policiesFor({ right, refunds }: Attempt): string[] {
  const own = `reconciliation:${right}`
  return [own, "order:read", "customer:read", "payment:read", ...(refunds ? ["refund:create"] : [])]
}
