import type { AuditFinding } from "../../../types/http"
import { exactSum, signOf } from "../domain/quantise"
import { amountOf, isSame, less, sumOf } from "./amounts"
import type { OrderFacts, PaymentOfOrder } from "./facts"
import type { Tell } from "./finding"

/** What payments and their collections say was taken, beside the rows of it: by that the host tells an order's status. */
export function ofPayments({ collections }: OrderFacts, tell: Tell, digits: number): AuditFinding[] {
  return (collections ?? [])
    .filter(({ is_shared: isShared }) => !isShared)
    .flatMap(({ status, captured, refunded, payments }) => {
      const own = (payments ?? []).flatMap((payment) => ofPayment(payment, tell))
      if (own.length > 0) return own
      const taken = exactSum((payments ?? []).map(({ captures }) => sumOf(captures)))
      const given = exactSum((payments ?? []).map(({ refunds }) => sumOf(refunds)))
      // One that was withdrawn says nothing came and nothing went, so that the order does not count as refunded.
      const pairs: readonly (readonly [string, string])[] =
        status === "canceled"
          ? [[less(captured, refunded), less(taken, given)]]
          : [
              [captured, taken],
              [refunded, given],
            ]
      return pairs
        .filter(([said, made]) => !isSame(said, made, digits))
        .slice(0, 1)
        .map(([said, made]) =>
          tell("payment_says_otherwise", {
            payment: payments?.[0]?.id ?? null,
            provider: payments?.[0]?.provider_id ?? null,
            amount: less(said, made),
            stored: said,
            expected: made,
          }),
        )
    })
}

/**
 * One that is marked as captured has a capture; of one that is cancelled all was given back. Unless it was captured in part:
 * then its cancellation is of the rest, which the host gives up when the order is edited.
 */
function ofPayment(payment: PaymentOfOrder, tell: Tell): AuditFinding[] {
  const { id, provider_id: provider, captures, refunds, captured_at: capturedAt } = payment
  const { canceled_at: canceledAt } = payment
  if (capturedAt !== null && (captures ?? []).length === 0) {
    const stored = amountOf(payment)
    return [
      tell("payment_says_otherwise", {
        payment: id,
        provider,
        at: capturedAt,
        amount: stored,
        stored,
        expected: "0",
      }),
    ]
  }
  const kept = less(sumOf(captures), sumOf(refunds))
  const hasRest = signOf(less(amountOf(payment), sumOf(captures))) > 0
  if (canceledAt === null || hasRest || signOf(kept) <= 0) return []
  return [
    tell("payment_says_otherwise", {
      payment: id,
      provider,
      at: canceledAt,
      amount: kept,
      stored: "0",
      expected: kept,
    }),
  ]
}
