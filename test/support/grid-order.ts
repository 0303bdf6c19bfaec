import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import type {
  LedgerItemView,
  LiveAllocationView,
  MatrixCell,
  OrderReconciliation,
} from "../../src/types/http"

interface Shape {
  /** What each item costs, minor units. */
  readonly items: readonly bigint[]
  /** What each payment brought, minor units; a refund is below zero. */
  readonly payments: readonly bigint[]
  /** Of which payment how much stands on which item, by their indexes. */
  readonly cells?: readonly { readonly item: number; readonly payment: number; readonly amount: bigint }[]
  readonly digits?: number
}

/** An order's answer as the server gives it, of so many items and payments: for what the screen does with it. */
export function gridOrder({ items, payments, cells = [], digits = 2 }: Shape): OrderReconciliation {
  const money = (units: bigint): string => decimalOf(units, digits)
  const paid = (of: "item" | "payment", index: number): bigint =>
    cells.filter((cell) => cell[of] === index).reduce((sum, { amount }) => sum + amount, 0n)
  const rowOf = (index: number): string => `line:${index + 1}`
  const [chargeId, paymentId] = [
    (index: number) => `${index + 1}`,
    (index: number) => `${items.length + index + 1}`,
  ]
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
  const allocated = sum(cells.map(({ amount }) => amount))
  return {
    read: true,
    inferred: 0,
    id: "order_1",
    display_id: "38",
    placed_at: "2026-10-02T16:12:00.000Z",
    customer: { id: "cus_1", name: "James Okafor", email: null },
    billing_name: "Charles River Youth Strings, Inc.",
    cancelled_at: null,
    currency_code: "usd",
    digits,
    account_id: "1",
    document_id: "1",
    version: 3,
    state: allocated === sum(items) ? "full" : allocated > 0n ? "partial" : "none",
    code: allocated > 0n ? { rank: 4, code: "d", closed: false } : null,
    problems: [],
    warnings: [],
    columns: payments.map((amount, index) => ({
      id: paymentId(index),
      kind: amount < 0n ? "refund" : "payment",
      reference: `cap_${index}`,
      receipt_number: null,
      document_number: null,
      method: "card",
      provider_id: "pp_card",
      detail: null,
      occurred_on: dayOf(index),
      amount: money(amount),
      on_this_order: money(paid("payment", index)),
      paid_back: money(0n),
      elsewhere: { amount: money(0n), orders: 0 },
      unallocated: money(amount - paid("payment", index)),
      state: paid("payment", index) === amount ? "full" : "partial",
      codes: [],
    })),
    rows: items.map((amount, index) => ({
      key: rowOf(index),
      kind: "line",
      title: `Item ${index + 1}`,
      quantity: 1,
      amount: money(amount),
      parts: [],
      adjustments: [],
      net: money(amount),
      allocated: money(paid("item", index)),
      open: money(amount - paid("item", index)),
      refundable: money(0n),
      due: null,
      state: "partial",
    })),
    cells: cells.map(({ item, payment, amount }): MatrixCell => ({
      row: rowOf(item),
      column: paymentId(payment),
      amount: money(amount),
      inferred: false,
      explanations: [],
    })),
    totals: {
      owed: money(sum(items)),
      allocated: money(allocated),
      open: money(sum(items) - allocated),
      unallocated: money(sum(payments) - allocated),
    },
    items: [
      ...items.map((amount, index) =>
        itemOf("debit", chargeId(index), {
          amount,
          allocated: paid("item", index),
          digits,
          row: rowOf(index),
          index,
        }),
      ),
      ...payments.map((amount, index) =>
        itemOf(amount < 0n ? "debit" : "credit", paymentId(index), {
          amount: amount < 0n ? -amount : amount,
          allocated: paid("payment", index),
          digits,
          row: null,
          index,
        }),
      ),
    ],
    allocations: cells.map(({ item, payment, amount }, index): LiveAllocationView => ({
      id: `${index + 1}`,
      credit_item_id: paymentId(payment),
      debit_item_id: chargeId(item),
      amount: money(amount),
      rule: "line_order",
      instalment_id: null,
    })),
    expected_returns: money(0n),
    mirrors: [],
    plan: null,
    terms: null,
    document_number: null,
    payment_reference: "RF18539007547034",
    payment_qr: null,
  }
}

const dayOf = (index: number): string => new Date(Date.UTC(2026, 9, 2 + index)).toISOString().slice(0, 10)

interface Item {
  readonly amount: bigint
  readonly allocated: bigint
  readonly digits: number
  readonly row: string | null
  readonly index: number
}

function itemOf(
  side: "debit" | "credit",
  id: string,
  { amount, allocated, digits, row, index }: Item,
): LedgerItemView {
  return {
    id,
    document_id: "1",
    side,
    kind: row ? "charge" : side === "debit" ? "refund" : "payment",
    key: row ?? `cap:${index}`,
    sequence: 1,
    row,
    position: row ? index : 0,
    title: row ? `Item ${index + 1}` : "Card",
    reference: "",
    occurred_at: `${row ? dayOf(0) : dayOf(index)}T09:00:00.000Z`,
    occurred_on: row ? dayOf(0) : dayOf(index),
    amount: decimalOf(amount, digits),
    allocated: decimalOf(allocated, digits),
    reverses_item_id: null,
    origin_item_id: null,
    moved_away: false,
  }
}
