import { ReconciliationError } from "../errors"
import type { Row } from "../order/matrix"
import { decimalOf } from "../money"
import type { RefundableRow } from "./refundable"

/** Why a refund of chosen rows is refused, each with the way out. No money has moved when one of these is thrown. */

interface Refund {
  readonly orderId: string
  readonly digits: number
  readonly amount: bigint
}

export function rowUnknown({ orderId }: Pick<Refund, "orderId">, row: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "row_unknown",
    message: `The order has no row "${row.slice(0, 60)}".`,
    ids: { order_id: orderId, row: row.slice(0, 60) },
    remedy: "Send the key of a row of the order's matrix: GET /admin/reconciliation/orders/:id.",
  })
}

export function rowNotRefundable(
  { orderId }: Pick<Refund, "orderId">,
  { key, first }: Row,
): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "row_not_refundable",
    message: `"${first.title}" is no line of the order: what is paid back for it would lower another row.`,
    ids: { order_id: orderId, row: key },
    remedy: "Choose an item, or shipping: the rows whose refundable is above zero.",
  })
}

export function aboveReceived(
  { orderId, digits }: Pick<Refund, "orderId" | "digits">,
  { key, first }: Row,
  { most, pending }: RefundableRow,
): ReconciliationError {
  const money = decimalOf(most, digits)
  const earlier =
    pending > 0n ? `, less ${decimalOf(pending, digits)} that an earlier refund has paid out for it` : ""
  return new ReconciliationError({
    type: "invalid_data",
    code: "refund_above_received",
    message: `"${first.title}" can be paid back ${money} at most: what it received and still holds, and its credit that waits${earlier}.`,
    ids: { order_id: orderId, row: key, refundable: money },
    remedy: `Pay back at most ${money} of this row, and the rest of other rows.`,
  })
}

export function linesDiffer({ orderId, amount, digits }: Refund, sum: bigint): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "refund_lines_differ",
    message: `The rows add up to ${decimalOf(sum, digits)}, the refund is ${decimalOf(amount, digits)}.`,
    ids: { order_id: orderId },
    remedy: "Send rows that add up to the amount of the refund.",
  })
}

export function usesOtherCredit(
  { orderId, digits }: Refund,
  unlowered: bigint,
  others: readonly { readonly row: Row; readonly left: bigint }[],
): ReconciliationError {
  const named = others.map(({ row, left }) => `${decimalOf(left, digits)} of "${row.first.title}"`).join(", ")
  return new ReconciliationError({
    type: "conflict",
    code: "refund_uses_other_credit",
    message: `The order owes the customer already, and the host would pay ${decimalOf(unlowered, digits)} of this refund with that: the chosen rows would not be lowered by it.`,
    ids: { order_id: orderId, rows: others.map(({ row }) => row.key).join(",") },
    remedy: named
      ? `Nothing was refunded. Pay back first what waits, or choose it in the same refund: ${named}.`
      : "Nothing was refunded. Pay back first what was paid too much, by the store's own refund of the payment.",
  })
}

export function lowersOtherRows({ orderId, digits }: Refund, more: bigint): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "refund_lowers_other_rows",
    message: `The host does not owe ${decimalOf(more, digits)} of the credit that the chosen rows have: it would lower the order by that once more, and with it other rows.`,
    ids: { order_id: orderId },
    remedy:
      "Nothing was refunded. Look at the order's problems first; what was paid on account is paid back outside the host.",
  })
}

export function orderChanging({ orderId }: Refund): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "order_changing",
    message:
      "An edit, return, exchange or claim of the order is begun: the host would refund and then fail to note it.",
    ids: { order_id: orderId },
    remedy: "Nothing was refunded. Confirm or cancel that change, then refund.",
  })
}

export function orderCanceled({ orderId }: Refund): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "order_cancelled",
    message: "The order is cancelled: the host would refund and then fail to note it.",
    ids: { order_id: orderId },
    remedy:
      "Nothing was refunded. Pay it back by the store's own refund of the payment; its error is false then, and the ledger reads what it did.",
  })
}
