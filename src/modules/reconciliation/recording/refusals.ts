import { ReconciliationError } from "../domain/errors"
import { decimalOf } from "../domain/money"
import type { Account } from "../ledger/rows"
import type { Lookalike, MoneyReceived } from "./types"

/** Every refusal of a payment that a person records, each with its way out. */

const shown = (id: string): string => id.slice(0, 60)

/** Money pays nothing of another account in passing: whose account it is decides a person first. */
export function orderElsewhere(
  orderId: string,
  { id, currencyCode }: Account,
  orderAccountId: bigint,
): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "order_of_another_account",
    message: `Order ${shown(orderId)} is of account ${orderAccountId}, not of this account ${id} in ${currencyCode}.`,
    ids: { order_id: shown(orderId), account_id: id.toString(), order_account_id: orderAccountId.toString() },
    remedy:
      "Leave the order out, record the money, and move what is meant for the order to its account (POST payments/{id}/move); or, where both accounts are one payer's, join them (POST accounts/{id}/join) and send this again.",
  })
}

export function orderTwice(orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "order_named_twice",
    message: `Order ${shown(orderId)} is named twice.`,
    ids: { order_id: shown(orderId) },
    remedy: "Name each order once, with all that it is to be paid.",
  })
}

export function lineTwice(orderId: string, line: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "line_named_twice",
    message: `The item ${shown(line)} of order ${shown(orderId)} is named twice.`,
    ids: { order_id: shown(orderId), line: shown(line) },
    remedy: "Name each item once, with all that it is to be paid.",
  })
}

export function lineNotOpen(orderId: string, line: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "line_not_open",
    message: `Order ${shown(orderId)} has nothing open under ${shown(line)}.`,
    ids: { order_id: shown(orderId), line: shown(line) },
    remedy: "Name items of the order that have something open, as the preview lists them.",
  })
}

interface TooMuch {
  readonly orderId: string
  readonly line?: string
  readonly amount: bigint
  readonly open: bigint
}

export function amountAboveOpen(
  { orderId, line, amount, open }: TooMuch,
  { digits }: Account,
): ReconciliationError {
  const of =
    line === undefined ? `Order ${shown(orderId)}` : `The item ${shown(line)} of order ${shown(orderId)}`
  return new ReconciliationError({
    type: "invalid_data",
    code: "amount_above_open",
    message: `${of} has ${decimalOf(open, digits)} open, not ${decimalOf(amount, digits)}.`,
    ids: {
      order_id: shown(orderId),
      ...(line !== undefined && { line: shown(line) }),
      open: decimalOf(open, digits),
    },
    remedy: "Put at most what is open there; the rest of the money stays on the account.",
  })
}

export function amountsAboveMoney(
  { orderId, amount, left }: { orderId: string; amount: bigint; left: bigint },
  { digits }: Account,
): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "amounts_above_money",
    message: `Order ${shown(orderId)} is to get ${decimalOf(amount, digits)}, and only ${decimalOf(left, digits)} is left for it.`,
    ids: { order_id: shown(orderId), left: decimalOf(left, digits) },
    remedy:
      "Lower what the orders get, raise the amount received, or use what lies unapplied on the account first.",
  })
}

export function linesDiffer(
  { orderId, amount, sum }: { orderId: string; amount: bigint; sum: bigint },
  { digits }: Account,
): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "lines_not_amount",
    message: `The items of order ${shown(orderId)} add up to ${decimalOf(sum, digits)}, not to ${decimalOf(amount, digits)}.`,
    ids: { order_id: shown(orderId), lines: decimalOf(sum, digits) },
    remedy: "Let the items add up to the order's amount, or leave that amount out.",
  })
}

export function instalmentElsewhere(instalmentId: string, orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "instalment_of_other_order",
    message: `The planned payment ${shown(instalmentId)} is of order ${shown(orderId)}, which is not among the orders.`,
    ids: { instalment_id: shown(instalmentId), order_id: shown(orderId) },
    remedy: "Name that order too, or no orders at all.",
  })
}

export function looksRecorded(
  { amount, method, reference }: MoneyReceived,
  found: Lookalike,
  { digits }: Account,
): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "payment_looks_recorded",
    message: `A ${method} of ${decimalOf(amount, digits)} with the reference "${reference?.slice(0, 60)}" was recorded before: payment ${found.itemId}, of ${found.occurredOn}.`,
    ids: {
      payment_id: found.itemId,
      account_id: found.accountId,
      customer_id: found.customerId,
      occurred_on: found.occurredOn,
    },
    remedy: "Look at that payment. If this is another one, send it again with confirm_duplicate: true.",
  })
}
