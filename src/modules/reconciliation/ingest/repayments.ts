import type { RepaidLine, Repayment } from "../domain/posting/document-state"
import { quantise } from "../domain/quantise"
import { exact, moment, present, type HostMoneyRow, type HostOrder, type HostPayment } from "./host-order"
import { moneyKeyOf } from "./captures-and-refunds"

/** What a refund of chosen rows carries in the host: the id of the choice it was made for. */
export const CHOICE_MARK = "reconciliation_refund_choice"

/** Which lines an admin said a refund of a payment would pay back, before it was made. */
export interface RefundChoice {
  /** What the host's refund carries; null for a choice that was made before refunds carried one. */
  readonly mark: string | null
  readonly paymentId: string
  /** Minor units: what the refund is worth. */
  readonly amount: bigint
  readonly lines: readonly RepaidLine[]
  /** When it was said, ISO in UTC. */
  readonly at: string
}

/**
 * The lines chosen for each refund, by its key: of the refund that carries the choice. A choice that no refund
 * can carry is taken by the first refund of its payment and amount that was made after it and that no earlier
 * choice took.
 */
export function chosenLinesOf(
  order: HostOrder,
  choices: readonly RefundChoice[],
  digits: number,
): ReadonlyMap<string, readonly RepaidLine[]> {
  const chosen = new Map<string, readonly RepaidLine[]>()
  for (const choice of choices) {
    const refund = refundsOf(order).find((one) => !chosen.has(one.key) && isRefundOf(one, choice, digits))
    if (refund) chosen.set(refund.key, choice.lines)
  }
  return chosen
}

function isRefundOf({ mark, payment, at, raw }: Refund, choice: RefundChoice, digits: number): boolean {
  if (choice.mark !== null) return mark === choice.mark
  return (
    mark === null &&
    payment.id === choice.paymentId &&
    at >= choice.at &&
    quantise(raw, digits) === choice.amount
  )
}

/** What the host shows of the refund that a choice was made for; undefined where it has made none. */
export function refundMarked(
  order: Pick<HostOrder, "payment_collections" | "transactions">,
  mark: string,
): { readonly id: string; readonly isCounted: boolean } | undefined {
  const found = refundsOf(order).find((refund) => refund.mark === mark)
  if (!found) return undefined
  const counted = present(order.transactions).some(({ reference_id: id }) => id === found.id)
  return { id: found.id, isCounted: counted }
}

/**
 * What the refund behind a credit line gives back, by the version that made the credit line: the host
 * counts the refund in one version and writes the credit line in the next. Refunds that lower nothing share
 * the version of the next one, and what broke off is counted with it too: the newest is the one behind.
 */
export function repaymentsOf(
  order: HostOrder,
  chosenLines: ReadonlyMap<string, readonly RepaidLine[]>,
): ReadonlyMap<number, Repayment> {
  const behind = new Map<number, Refund[]>()
  const refunds = refundsOf(order)
  for (const { reference, reference_id: id, version } of present(order.transactions)) {
    if (reference !== "refund" || !version) continue
    // A cancellation counts its refunds by their payment.
    const counted = refunds.filter((refund) => refund.id === id || refund.payment.id === id)
    behind.set(version + 1, [...(behind.get(version + 1) ?? []), ...counted])
  }
  return new Map([...behind].map(([version, found]) => [version, repaymentOf(found, chosenLines)]))
}

function repaymentOf(
  refunds: readonly Refund[],
  chosenLines: ReadonlyMap<string, readonly RepaidLine[]>,
): Repayment {
  const newest = refunds.toSorted((one, other) => (one.at < other.at ? -1 : 1)).at(-1)
  return {
    captures: [...new Set(refunds.flatMap(({ payment }) => captureKeys(payment)))],
    lines: newest ? [...(chosenLines.get(newest.key) ?? [])] : [],
  }
}

interface Refund {
  readonly id: string
  readonly key: string
  readonly at: string
  readonly raw: string
  readonly payment: HostPayment
  /** The choice that it carries. */
  readonly mark: string | null
}

function refundsOf(order: Pick<HostOrder, "payment_collections">): Refund[] {
  const payments = present(order.payment_collections).flatMap((collection) => present(collection.payments))
  return payments
    .flatMap((payment) =>
      present(payment.refunds).map((row) => ({
        id: row.id,
        key: moneyKeyOf(row, "out"),
        at: moment(row.created_at),
        raw: exact(row.raw_amount, { refund: row.id }),
        payment,
        mark: markOf(row),
      })),
    )
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

function markOf({ metadata }: HostMoneyRow): string | null {
  const mark = metadata?.[CHOICE_MARK]
  return typeof mark === "string" ? mark : null
}

const captureKeys = (payment: HostPayment): string[] =>
  present(payment.captures).map((row) => moneyKeyOf(row, "in"))
