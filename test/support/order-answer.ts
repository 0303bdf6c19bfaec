import { rowKindOf } from "../../src/modules/reconciliation/domain/key"
import {
  receivedOf,
  pinsLeft,
  type Instalment,
} from "../../src/modules/reconciliation/domain/instalments/instalment"
import {
  coverageOf,
  notCovered,
  reserve,
  stateOfInstalment,
} from "../../src/modules/reconciliation/domain/instalments/reserve"
import { owedLines } from "../../src/modules/reconciliation/domain/instalments/recount"
import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import {
  signedAmount,
  type Allocation,
  type OpenItem,
} from "../../src/modules/reconciliation/domain/open-item"
import type { Cell } from "../../src/modules/reconciliation/domain/order/cells"
import { matrixOf } from "../../src/modules/reconciliation/domain/order/matrix"
import { stateOfDocument, stateOfItem } from "../../src/modules/reconciliation/domain/order/status"
import { explanationOf } from "../../src/modules/reconciliation/items/explanation-view"
import { meansOf } from "../../src/modules/reconciliation/items/open-item-view"
import { ledgerOf } from "../../src/modules/reconciliation/orders/ledger-view"
import type { OrderReconciliation } from "../../src/types/http"

/** An order's ledger; what is not said is as plain as can be. */
export interface AnsweredLedger {
  readonly items: readonly OpenItem[]
  readonly allocations: readonly Allocation[]
  readonly instalments?: readonly Instalment[]
  /** Minor units that returns on their way are to take off. */
  readonly expected?: bigint
  readonly digits?: number
  /** As YYYY-MM-DD, for what is due. */
  readonly today?: string
  readonly answer?: Partial<OrderReconciliation>
}

const isInferred = ({ parts }: Cell): boolean =>
  parts.some((part) => "allocation" in part && part.allocation.origin === "backfill")

/** The order as its route answers it, folded by the domain; what only the host and the database know is made up. */
export function answerOf(ledger: AnsweredLedger): OrderReconciliation {
  const { items, allocations, instalments = [], expected = 0n, digits = 2, today = "2026-01-31" } = ledger
  const matrix = matrixOf({ documentId: 1n, items, allocations })
  const byId = new Map(items.map((item) => [item.id, item]))
  const money = (units: bigint): string => decimalOf(units, digits)
  const total = (amounts: readonly bigint[]): string => money(amounts.reduce((sum, one) => sum + one, 0n))
  const reservations = reserve(instalments, owedLines(items))
  const coverage = coverageOf(reservations, { expected, open: matrix.open, today })
  const problems = ledger.answer?.problems ?? []
  return {
    read: true,
    inferred: matrix.cells.filter(isInferred).length,
    mirrors: [],
    id: "order_1",
    display_id: "1",
    placed_at: "2026-01-01T09:00:00.000Z",
    customer: null,
    billing_name: null,
    cancelled_at: null,
    currency_code: "eur",
    digits,
    account_id: "1",
    document_id: "1",
    version: 1,
    state: stateOfDocument({
      open: matrix.open,
      applied: matrix.applied,
      hasProblems: problems.length > 0,
      coverage,
    }),
    code: null,
    problems,
    warnings: [],
    columns: matrix.columns.map(({ item, items: all, ...column }) => ({
      id: item.id.toString(),
      kind: column.kind,
      receipt_number: null,
      document_number: null,
      reference: item.reference,
      ...meansOf(item),
      occurred_on: item.occurredOn,
      amount: money(column.amount),
      on_this_order: money(column.onThisOrder),
      paid_back: money(column.paidBack),
      elsewhere: { amount: money(column.elsewhere.amount), orders: column.elsewhere.documents },
      unallocated: money(column.unallocated),
      state: stateOfItem({
        amount: all.reduce((sum, one) => sum + one.amount, 0n),
        allocated: all.reduce((sum, one) => sum + one.allocated, 0n),
      }),
      codes: [],
    })),
    rows: matrix.rows.map((row) => ({
      key: row.key,
      kind: rowKindOf(row.key),
      title: row.first.title,
      quantity: null,
      amount: money(row.amount),
      parts: [],
      adjustments: row.adjustments.map((item) => ({
        id: item.id.toString(),
        kind: item.kind,
        occurred_on: item.occurredOn,
        amount: money(signedAmount(item)),
      })),
      net: money(row.net),
      allocated: money(row.allocated),
      open: money(row.open),
      refundable: money(0n),
      due: null,
      state: row.open === 0n ? "full" : row.allocated > 0n ? "partial" : "none",
    })),
    cells: matrix.cells.map((cell) => ({
      row: cell.row,
      column: cell.columnItemId.toString(),
      amount: money(cell.amount),
      inferred: isInferred(cell),
      explanations: cell.parts.flatMap((part) => explanationOf(part, byId, { digits })),
    })),
    totals: {
      owed: total(matrix.rows.map(({ net }) => net)),
      allocated: total(matrix.cells.map(({ amount }) => amount)),
      open: total(matrix.rows.map(({ open }) => open)),
      unallocated: total(matrix.columns.map(({ unallocated }) => unallocated)),
    },
    ...ledgerOf({ items, allocations, movedAway: new Set() }, digits),
    expected_returns: money(expected),
    terms: null,
    document_number: null,
    payment_reference: "RF18539007547034",
    payment_qr: null,
    plan:
      instalments.length === 0
        ? null
        : {
            version: 1,
            instalments: instalments.map((one) => {
              const reservation = reservations.find(({ instalment }) => instalment.id === one.id)
              const linesOf = (lines: readonly { lineKey: string; amount: bigint }[]) =>
                lines.map(({ lineKey, amount }) => ({ row: lineKey, amount: money(amount) }))
              return {
                id: one.id.toString(),
                plan: 1,
                number: one.number,
                due_on: one.dueOn,
                amount: money(one.amount),
                paid: money(receivedOf(one)),
                reserved: linesOf(reservation?.lines ?? []),
                pins: linesOf(one.cancelled ? [] : pinsLeft(one)),
                shrunk_by: money(reservation?.shrunkBy ?? 0n),
                state: stateOfInstalment(one, reservation, today),
                method: one.method,
                reference: one.reference,
              }
            }),
            not_covered: money(notCovered(reservations, { expected, open: matrix.open })),
          },
    ...ledger.answer,
  }
}
