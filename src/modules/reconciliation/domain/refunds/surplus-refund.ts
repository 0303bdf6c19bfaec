import { ReconciliationError } from "../errors"
import { decimalOf } from "../money"
import type { HostBeforeRefund } from "./chosen-refund"

export interface SurplusToRefund {
  readonly orderId: string
  readonly paymentId: string
  readonly digits: number
  /** What is paid back, what the payment has left, and what credits of the order's lines have; minor units. */
  readonly amount: bigint
  readonly free: bigint
  readonly waiting: bigint
  /** Refunds that nothing has settled yet. */
  readonly openRefunds: bigint
  readonly host: HostBeforeRefund
}

/**
 * Decides whether the host can pay back what a payment has left, before any money moves. It lowers the order by what it
 * refunds beyond what it owes by its own count, and credit of lines goes to a refund before money that is left over.
 *
 * @throws surplus_too_small | surplus_not_alone | surplus_unknown_to_host
 */
export function refuseSurplusRefund(refund: SurplusToRefund): void {
  const { orderId, paymentId, digits, amount, free, waiting, openRefunds, host } = refund
  const ids = { order_id: orderId, payment_id: paymentId }
  if (amount > free) {
    throw new ReconciliationError({
      type: "conflict",
      code: "surplus_too_small",
      message: `Payment ${paymentId} has ${decimalOf(free, digits)} left, not ${decimalOf(amount, digits)}.`,
      ids: { ...ids, free: decimalOf(free, digits) },
      remedy: "Send at most what is left, or refund rows of the order instead.",
    })
  }
  if (waiting + openRefunds > 0n) {
    throw new ReconciliationError({
      type: "conflict",
      code: "surplus_not_alone",
      message: `Order ${orderId} has credit of its lines, or a refund, that is open: a refund would go to that first.`,
      ids: {
        ...ids,
        credit: decimalOf(waiting, digits),
        refunds: decimalOf(openRefunds, digits),
      },
      remedy: "Refund the rows with that credit first, on the order's page.",
    })
  }
  if (amount > host.owes) {
    throw new ReconciliationError({
      type: "conflict",
      code: "surplus_unknown_to_host",
      message: `The store owes ${decimalOf(host.owes, digits)} on order ${orderId} by its own count; it would lower the order for the rest.`,
      ids: { ...ids, owed: decimalOf(host.owes, digits) },
      remedy:
        "Pay it back by hand and record that, without via=host. The store does not know of money on account.",
    })
  }
}
