import { decimalOf, least } from "../money"
import { openAmount, signedAmount } from "../open-item"
import type { Cell } from "./cells"
import type { Column } from "./columns"
import type { Matrix, Row } from "./matrix"

/** Something that is right in the books and yet wants to be looked at, with what to do. */
export interface Warning {
  readonly code: string
  /** What its words are made of. */
  readonly facts: {
    readonly amount: string
    readonly title?: string
    readonly occurred_on?: string
    readonly reference?: string
  }
  readonly detail: string
  readonly remedy: string
}

/** What an admin should look at on an order's matrix. */
export function warningsOf({ rows, columns, cells }: Matrix, digits: number): Warning[] {
  const money = (units: bigint): string => decimalOf(units, digits)
  const refunded = refundedByRow(columns, cells)
  const above = rows
    .map((row) => ({ row, amount: aboveReceived(row, refunded.get(row.key) ?? 0n) }))
    .filter(({ amount }) => amount > 0n)
    .map(({ row: { first }, amount }) => ({
      code: "refund_above_received",
      facts: { amount: money(amount), title: first.title },
      detail: `"${first.title}" was paid back ${money(amount)} more than it had received.`,
      remedy:
        "Nothing is lost: another row was paid back that much less. If the refund was meant for other rows, choose them when you refund.",
    }))
  const unexplained = columns
    .filter(({ kind, item }) => kind === "refund" && item.kind === "refund" && openAmount(item) > 0n)
    .map(({ item }) => ({
      code: "refund_unexplained",
      facts: {
        amount: money(openAmount(item)),
        occurred_on: item.occurredOn,
        reference: item.reference,
      },
      detail: `${money(openAmount(item))} of the refund of ${item.occurredOn} pays back nothing that the order had to give.`,
      remedy:
        "Receive the return it was made for, credit the order, or ask the customer for it: until then the order owes it.",
    }))
  return [...above, ...unexplained]
}

/** What refunds paid back of each row. */
function refundedByRow(columns: readonly Column[], cells: readonly Cell[]): ReadonlyMap<string, bigint> {
  const refunds = new Set(columns.flatMap(({ kind, item }) => (kind === "refund" ? [item.id] : [])))
  const refunded = new Map<string, bigint>()
  for (const { row, columnItemId, amount } of cells) {
    if (refunds.has(columnItemId)) refunded.set(row, (refunded.get(row) ?? 0n) - amount)
  }
  return refunded
}

/** A row below zero by its own price, a trade-in or rounding, has that much to give without having received it. */
function aboveReceived({ first, adjustments, allocated }: Row, refunded: bigint): bigint {
  const price = [first, ...adjustments]
    .filter(({ kind }) => kind !== "credit_line" && kind !== "cancellation")
    .reduce((sum, item) => sum + signedAmount(item), 0n)
  return least(least(price, 0n) - allocated, refunded)
}
