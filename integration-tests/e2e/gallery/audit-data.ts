import { GROUPS } from "../../../src/modules/reconciliation/audit/finding"
import type { AuditFinding, AuditKind, AuditPage } from "../../../src/types/http"

/** Of an order's own transaction, as the kinds of balances are. */
const finding = (kind: AuditKind, number: number, more: Partial<AuditFinding> = {}): AuditFinding => ({
  kind,
  group: GROUPS[kind],
  order: { id: `order_${number}`, display_id: String(number) },
  others: [],
  payment_id: null,
  provider_id: null,
  row_id: `ordtrx_01KB2Q7M5H3Z8W9R4T6Y1${number}`,
  row_title: null,
  currency_code: "usd",
  digits: 2,
  amount: "168.00",
  stored: "168.00",
  expected: "0.00",
  at: "2026-11-20T09:12:00.000Z",
  is_fresh: false,
  detail: null,
  ...more,
})

/** Of a payment of the host, and of a capture or refund where one is named. */
const ofPayment = (number: number, provider: string, row: string | null = null): Partial<AuditFinding> => ({
  payment_id: `pay_01KB2Q7M5H3Z8W9R4T6Y1${number}`,
  provider_id: provider,
  row_id: row && `${row}_01KB2Q7M5H3Z8W9R4T6Y1${number}`,
})
const OF_THE_ORDER = { row_id: null, at: null } as const

/** Many of one kind, and each of the others once, in several currencies. */
export const FINDINGS: readonly AuditFinding[] = [
  ...Array.from({ length: 61 }, (_, place) => finding("transaction_without_capture", 100 + place)),
  finding("transaction_without_refund", 12, { stored: "-115.00", amount: "115.00" }),
  finding("refund_without_transaction", 14, {
    ...ofPayment(14, "pp_stripe_stripe", "ref"),
    is_fresh: true,
    stored: "0.00",
    expected: "-20.00",
    amount: "20.00",
  }),
  finding("balance_disagrees", 38, {
    ...OF_THE_ORDER,
    stored: null,
    expected: "12345678.90",
    amount: "12345678.90",
  }),
  finding("balance_disagrees", 39, {
    ...OF_THE_ORDER,
    currency_code: "jpy",
    digits: 0,
    stored: "900",
    expected: "-12000",
    amount: "12900",
  }),
  finding("balance_disagrees", 40, {
    ...OF_THE_ORDER,
    currency_code: "kwd",
    digits: 3,
    stored: "1.250",
    expected: "0.000",
    amount: "1.250",
  }),
  finding("payment_of_no_order", 41, {
    ...ofPayment(41, "pp_stripe_stripe"),
    order: null,
    others: [{ id: "order_7", display_id: "7" }],
  }),
  finding("payment_of_several_orders", 42, {
    ...ofPayment(42, "pp_klarna_eu"),
    expected: null,
    others: [
      { id: "order_43", display_id: "43" },
      { id: "order_44", display_id: "44" },
    ],
  }),
  finding("currency_differs", 45, {
    ...ofPayment(45, "pp_paypal_paypal"),
    currency_code: "eur",
    expected: null,
    detail: "EUR ≠ USD",
  }),
  finding("unrounded_total", 46, {
    ...OF_THE_ORDER,
    stored: "83.029275",
    expected: "83.03",
    amount: "83.03",
  }),
  finding("order_unreadable", 47, {
    ...OF_THE_ORDER,
    row_id: "ordli_01KB2Q7M5H3Z8W9R4T6Y1",
    row_title: "Violin, three quarters",
    stored: null,
    expected: null,
    amount: "0.00",
    detail: "The host gave no exact amount of line ordli_01KB2Q7M5H3Z8W9R4T6Y1.",
  }),
]

export const PAGES: Readonly<Record<"first" | "last", Omit<AuditPage, "findings">>> = {
  first: { orders_read: 500, payments_read: 0, orders_total: 1204, next: "orders.order_500" },
  last: { orders_read: 704, payments_read: 1377, orders_total: null, next: null },
}
