import type { Problem } from "../domain/document-state"
import { exactSum, negated, quantise } from "../domain/quantise"
import { exact, present, type HostOrder } from "./host-order"

/**
 * Contradictions within the host's own rows. Captures and refunds are what happened; the host's order
 * transactions are its own count of them, and where the two differ somebody must look.
 */
export function problemsOf(order: HostOrder, digits: number): Problem[] {
  const payments = present(order.payment_collections).flatMap((collection) => present(collection.payments))
  const captured = payments
    .flatMap((payment) => present(payment.captures))
    .map((row) => exact(row.raw_amount))
  const refunded = payments.flatMap((payment) => present(payment.refunds)).map((row) => exact(row.raw_amount))
  const counted = present(order.transactions).map((row) => exact(row.raw_amount))
  const difference = exactSum([...captured, ...refunded.map(negated), ...counted.map(negated)])
  const units = quantise(difference, digits)
  if (units === 0n) return []
  return [
    {
      code: units > 0n ? "refund_without_row" : "refund_without_transaction",
      detail: `The order's transactions and its captures and refunds differ by ${difference}.`,
      remedy:
        units > 0n
          ? "The host counts a refund that was never made: ask the payment provider, then refund again or correct the order."
          : "A refund was made that the host does not count: check the payment at the provider and credit the order.",
    },
  ]
}
