import type { Problem } from "../domain/posting/document-state"
import { exactSum, negated, quantise } from "../domain/quantise"
import { exact, present, type HostMoneyRow, type HostOrder } from "./host-order"
import { moneyKeyOf } from "./captures-and-refunds"

interface ProblemsContext {
  readonly digits: number
  /** Keys of rows that wait for the next read, and that the host may be about to count. */
  readonly unsettled: readonly string[]
}

/**
 * Contradictions within the host's own rows. Captures and refunds are what happened; the host's order
 * transactions are its own count of them, and where the two differ somebody must look.
 */
export function problemsOf(order: HostOrder, { digits, unsettled }: ProblemsContext): Problem[] {
  const payments = present(order.payment_collections).flatMap((collection) => present(collection.payments))
  const settled = (
    rows: readonly (HostMoneyRow | null)[] | null | undefined,
    direction: "in" | "out",
  ): HostMoneyRow[] => present(rows).filter((row) => !unsettled.includes(moneyKeyOf(row, direction)))
  const captures = payments.flatMap((payment) => settled(payment.captures, "in"))
  const refunds = payments.flatMap((payment) => settled(payment.refunds, "out"))
  const made = new Map([
    ...captures.map((row): [string, string] => [row.id, exact(row.raw_amount, { capture: row.id })]),
    ...refunds.map((row): [string, string] => [row.id, negated(exact(row.raw_amount, { refund: row.id }))]),
  ])
  const counted = present(order.transactions).map(({ reference_id: id, raw_amount: raw }) => ({
    id: id ?? null,
    amount: exact(raw, { order: order.id }),
  }))
  const difference = exactSum([...made.values(), ...counted.map(({ amount }) => negated(amount))])
  const units = quantise(difference, digits)
  if (units === 0n) return []
  const named = new Set(counted.map(({ id }) => id))
  // After a refund that it made and refused, the host counts that one too, at the amount of the next one.
  const miscounted = counted.some(({ id, amount }) => {
    const own = made.get(id ?? "")
    return own !== undefined && quantise(exactSum([own, negated(amount)]), digits) !== 0n
  })
  const uncounted = captures.some(({ id }) => !named.has(id))
  const code = miscounted
    ? "transaction_miscounted"
    : units < 0n
      ? "refund_without_transaction"
      : uncounted
        ? "capture_without_transaction"
        : "refund_without_row"
  const detail = `The order's transactions and its captures and refunds differ by ${difference}.`
  return [{ code, facts: { amount: difference }, detail, remedy: REMEDIES[code] }]
}

/** A capture that says it is a mirror of the ledger's money, of which the ledger knows nothing. */
export function unknownMirror({ id: capture, raw_amount: raw }: HostMoneyRow): Problem {
  return {
    code: "mirror_unknown",
    facts: { amount: exact(raw, { capture }) },
    detail: `The capture ${capture} says that it mirrors money of this ledger, which knows nothing of it.`,
    remedy: REMEDIES.mirror_unknown,
  }
}

const REMEDIES = {
  mirror_unknown:
    "It was made with another state of the ledger, from before a restore perhaps: nothing of it was posted. Refund it in the host, or record the money on account.",
  transaction_miscounted:
    "The host counts a payment or a refund at another amount than was made: refund nothing again, check the payment at the provider, correct the order's transactions, then credit the order by what they leave due.",
  refund_without_row:
    "The host counts a refund that was never made: ask the payment provider, then refund again or correct the order.",
  refund_without_transaction:
    "A refund was made that the host does not count: check the payment at the provider, add the order transaction that is missing, then credit the order by what it leaves due.",
  capture_without_transaction:
    "A capture was made that the host does not count: check the payment at the provider and the order's transactions.",
} as const
