import type { Repayment } from "../domain/document-state"
import type { PinnedLine } from "../domain/pinned-line"
import { quantise } from "../domain/quantise"
import { exact, moment, present, type HostOrder, type HostPayment } from "./host-order"
import { keyOf } from "./money"

/** Which lines an admin said a refund of a payment would pay back, before it was made. */
export interface RefundChoice {
  readonly paymentId: string
  /** Minor units: what the refund is worth. */
  readonly amount: bigint
  readonly lines: readonly PinnedLine[]
  /** When it was said, ISO in UTC. */
  readonly at: string
}

/**
 * The lines chosen for each refund, by its key. A choice is taken by the first refund of its payment and
 * amount that was made after it and that no earlier choice took.
 */
export function chosenLinesOf(
  order: HostOrder,
  choices: readonly RefundChoice[],
  digits: number,
): ReadonlyMap<string, readonly PinnedLine[]> {
  const chosen = new Map<string, readonly PinnedLine[]>()
  for (const choice of choices) {
    const refund = refundsOf(order)
      .filter(({ payment }) => payment.id === choice.paymentId)
      .find(
        ({ key, at, raw }) => at >= choice.at && !chosen.has(key) && quantise(raw, digits) === choice.amount,
      )
    if (refund) chosen.set(refund.key, choice.lines)
  }
  return chosen
}

/**
 * What the refund behind a credit line gives back, by the version that made the credit line: the host
 * counts the refund in one version and writes the credit line in the next.
 */
export function repaymentsOf(
  order: HostOrder,
  chosenLines: ReadonlyMap<string, readonly PinnedLine[]>,
): ReadonlyMap<number, Repayment> {
  const repayments = new Map<number, Repayment>()
  const refunds = refundsOf(order)
  for (const { reference, reference_id: id, version } of present(order.transactions)) {
    if (reference !== "refund" || !version) continue
    // A cancellation counts its refunds by their payment.
    const behind = refunds.filter((refund) => refund.id === id || refund.payment.id === id)
    const known = repayments.get(version + 1)
    repayments.set(version + 1, {
      captures: [...(known?.captures ?? []), ...behind.flatMap(({ payment }) => captureKeys(payment))],
      lines: [...(known?.lines ?? []), ...behind.flatMap(({ key }) => chosenLines.get(key) ?? [])],
    })
  }
  return repayments
}

interface Refund {
  readonly id: string
  readonly key: string
  readonly at: string
  readonly raw: string
  readonly payment: HostPayment
}

function refundsOf(order: HostOrder): Refund[] {
  const payments = present(order.payment_collections).flatMap((collection) => present(collection.payments))
  return payments
    .flatMap((payment) =>
      present(payment.refunds).map((row) => ({
        id: row.id,
        key: keyOf(row, "out"),
        at: moment(row.created_at),
        raw: exact(row.raw_amount, { refund: row.id }),
        payment,
      })),
    )
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

const captureKeys = (payment: HostPayment): string[] =>
  present(payment.captures).map((row) => keyOf(row, "in"))
