import type { z } from "@medusajs/framework/zod"
import {
  accountsQuery,
  cancelInstalmentBody,
  failInstalmentBody,
  instalmentsQuery,
  decideWriteOffBody,
  keepDepositBody,
  openItemsQuery,
  planPaymentsBody,
  postponeInstalmentBody,
  previewAccountBody,
  previewOrderBody,
  reconcileAccountBody,
  reconcileOrderBody,
  recordPaymentBody,
  refundLinesBody,
  versionQuery,
  reversePaymentBody,
  undoWriteOffBody,
  writeOffBody,
} from "./schemas"
import type { DeclaredRight } from "./rights"

export interface Operation extends DeclaredRight {
  readonly method: "get" | "post" | "put" | "delete"
  readonly path: string
  readonly summary: string
  readonly body?: z.ZodType
  readonly query?: z.ZodObject
  /** Field of the answer → schema: a type of src/types/http, or a JSON schema. */
  readonly answer: Readonly<Record<string, string | object>>
  readonly errors: readonly number[]
  /** Answers 201: something new stands in the ledger. */
  readonly records?: true
}

/** Whether a route changes anything: then it takes an Idempotency-Key. */
export const isMutating = ({ method, right }: Pick<Operation, "method" | "right">): boolean =>
  method !== "get" && right !== "view"

const orNull = (name: string): object => ({
  anyOf: [{ $ref: `#/components/schemas/${name}` }, { type: "null" }],
})

const WRITE_OFF_ANSWER: Operation["answer"] = {
  write_off: orNull("WriteOffView"),
  request: orNull("WriteOffRequestView"),
  host_credit_lines: { type: "array", items: { $ref: "#/components/schemas/HostCreditLineView" } },
}

/** What every change of a plan answers with. */
const CHANGED_ORDER = { order: "OrderReconciliation", changed: { type: "boolean" } }

/** Every route of the plugin; a test holds this list against the route files. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "get",
    path: "/admin/reconciliation/orders/{id}",
    right: "view",
    summary: "One order's matrix of payments and items, its state, code and version.",
    answer: { order: "OrderAnswer" },
    errors: [400, 401, 403, 404],
  },
  {
    method: "post",
    path: "/admin/reconciliation/orders/{id}/reconcile",
    right: "run",
    summary:
      "Read the order from the host now, and post and settle what is missing. Repeating it adds nothing.",
    body: reconcileOrderBody,
    answer: { order: "OrderAnswer", changed: { type: "boolean" }, allocation_plan: "AllocationPlanView" },
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "post",
    path: "/admin/reconciliation/orders/{id}/preview",
    right: "view",
    summary: "What reconciling the order would do now. Changes nothing.",
    body: previewOrderBody,
    answer: { allocation_plan: "AllocationPlanView" },
    errors: [400, 401, 403, 404],
  },
  {
    method: "post",
    path: "/admin/reconciliation/orders/{id}/refunds",
    right: "manage",
    refunds: true,
    summary: "Refund a payment of the order for chosen rows, through the host, and reconcile the order.",
    body: refundLinesBody,
    answer: { order: "OrderReconciliation", refund: "RefundView" },
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "put",
    path: "/admin/reconciliation/orders/{id}/plan",
    right: "manage",
    summary:
      "Plan the order's payments in place of what is left of an earlier plan. The same plan again changes nothing.",
    body: planPaymentsBody,
    answer: CHANGED_ORDER,
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "delete",
    path: "/admin/reconciliation/orders/{id}/plan",
    right: "delete",
    summary: "Cancel what is left of the order's planned payments. What was paid stays.",
    query: versionQuery,
    answer: CHANGED_ORDER,
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "get",
    path: "/admin/reconciliation/instalments",
    right: "view",
    summary:
      "A page of planned payments that are upcoming, overdue or failed, by the day they fall due. A page may hold fewer than asked for.",
    query: instalmentsQuery,
    answer: {
      instalments: { type: "array", items: { $ref: "#/components/schemas/ListedInstalment" } },
      next_cursor: { type: ["string", "null"] },
      limit: { type: "integer" },
    },
    errors: [400, 401, 403],
  },
  {
    method: "post",
    path: "/admin/reconciliation/instalments/{id}/postpone",
    right: "manage",
    summary: "Move the day on which an instalment falls due; one that failed is awaited again.",
    body: postponeInstalmentBody,
    answer: CHANGED_ORDER,
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "post",
    path: "/admin/reconciliation/instalments/{id}/fail",
    right: "manage",
    summary: "Note that an instalment failed; money that comes later still fulfils it.",
    body: failInstalmentBody,
    answer: CHANGED_ORDER,
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "post",
    path: "/admin/reconciliation/instalments/{id}/cancel",
    right: "delete",
    summary: "Cancel what is left of an instalment; what was paid stays.",
    body: cancelInstalmentBody,
    answer: CHANGED_ORDER,
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "get",
    path: "/admin/reconciliation/open-items",
    right: "view",
    summary: "A page of what is owed or pays and is not wholly allocated, oldest first.",
    query: openItemsQuery,
    answer: {
      open_items: { type: "array", items: { $ref: "#/components/schemas/OpenItemView" } },
      next_cursor: { type: ["string", "null"] },
      limit: { type: "integer" },
    },
    errors: [400, 401, 403],
  },
  {
    method: "get",
    path: "/admin/reconciliation/accounts",
    right: "view",
    summary: "A page of the accounts of a customer, one a currency, by currency.",
    query: accountsQuery,
    answer: {
      accounts: { type: "array", items: { $ref: "#/components/schemas/AccountSummaryView" } },
      next_cursor: { type: ["string", "null"] },
      limit: { type: "integer" },
    },
    errors: [400, 401, 403],
  },
  {
    method: "get",
    path: "/admin/reconciliation/accounts/{id}",
    right: "view",
    summary: "An account with its totals, its orders and the money that lies on it.",
    answer: { account: "AccountView" },
    errors: [400, 401, 403, 404],
  },
  {
    method: "post",
    path: "/admin/reconciliation/accounts/{id}/reconcile",
    right: "run",
    summary: "Apply the account's unapplied money to what its orders owe.",
    body: reconcileAccountBody,
    answer: { account: "AccountView", allocation_plan: "AllocationPlanView" },
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "post",
    path: "/admin/reconciliation/accounts/{id}/preview",
    right: "view",
    summary: "What reconciling the account would do now. Changes nothing.",
    body: previewAccountBody,
    answer: { allocation_plan: "AllocationPlanView" },
    errors: [400, 401, 403, 404],
  },
  {
    method: "post",
    path: "/admin/reconciliation/payments",
    right: "manage",
    summary: "Record money on a customer's account.",
    body: recordPaymentBody,
    answer: {
      payment: "OpenItemView",
      allocation_plan: { anyOf: [{ $ref: "#/components/schemas/AllocationPlanView" }, { type: "null" }] },
    },
    errors: [400, 401, 403, 404, 409],
    records: true,
  },
  {
    method: "post",
    path: "/admin/reconciliation/payments/{id}/reversals",
    right: "manage",
    summary:
      "Record that a payment or deposit was taken back: chargeback, bounced cheque, direct debit returned. What it had paid is owed again. The id is an open item's, or a capture's of the host.",
    body: reversePaymentBody,
    answer: { reversal: "ReversalView" },
    errors: [400, 401, 403, 404, 409],
    records: true,
  },
  {
    method: "post",
    path: "/admin/reconciliation/payments/{id}/write-offs",
    right: "write_off",
    summary: "Keep a small surplus of money on account.",
    body: keepDepositBody,
    answer: WRITE_OFF_ANSWER,
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "post",
    path: "/admin/reconciliation/orders/{id}/write-offs",
    right: "write_off",
    summary:
      "Write off a short payment of an order or keep a small surplus. Above the store's threshold it becomes a request for a second person.",
    body: writeOffBody,
    answer: WRITE_OFF_ANSWER,
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "post",
    path: "/admin/reconciliation/write-offs/{id}/undo",
    right: "write_off",
    summary: "Undo a write-off: what it had settled is open again.",
    body: undoWriteOffBody,
    answer: WRITE_OFF_ANSWER,
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "post",
    path: "/admin/reconciliation/write-off-requests/{id}/approve",
    right: "write_off",
    summary: "Approve a write-off that another person asked for, and make it.",
    body: decideWriteOffBody,
    answer: WRITE_OFF_ANSWER,
    errors: [400, 401, 403, 404, 409],
  },
  {
    method: "post",
    path: "/admin/reconciliation/write-off-requests/{id}/decline",
    right: "write_off",
    summary: "Decline a write-off that was asked for.",
    body: decideWriteOffBody,
    answer: WRITE_OFF_ANSWER,
    errors: [400, 401, 403, 404, 409],
  },
]
