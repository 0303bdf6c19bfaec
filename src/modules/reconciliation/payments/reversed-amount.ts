import { ReconciliationError } from "../domain/errors"
import { decimalOf, positiveMinorUnitsOf } from "../domain/money"
import type { OpenItem } from "../domain/open-item"
import { reversibleAmong, type ReversedMoney } from "../domain/reversals/reverse"
import { sumOfVoids } from "../items/load-money.sql"
import type { Session } from "../ledger/database"
import { nameOf, type PaymentChain } from "./payment-chain"
import type { ReversalRequest } from "./reversal-types"
import type { Account } from "../ledger/rows"

interface Reversible {
  /** The money that is named. */
  readonly item: OpenItem
  readonly account: Account
  readonly chain: Pick<PaymentChain, "came" | "reversals">
  /** What of the chain is taken back. */
  readonly wanted: readonly ReversedMoney[]
}

/** How much is taken back; refuses what cannot be. */
export async function reversedAmountOf(
  session: Session,
  request: ReversalRequest,
  { item, account: { digits }, chain, wanted }: Reversible,
): Promise<bigint> {
  const ids = { payment_id: item.id.toString() }
  if (item.side !== "credit" || (item.kind !== "payment" && item.kind !== "deposit")) {
    throw new ReconciliationError({
      type: "invalid_data",
      code: "not_reversible",
      message: `Item ${item.id} is a ${item.kind}, not money that a bank could take back.`,
      ids,
      remedy: "Send the id of a payment or of a deposit.",
    })
  }
  if (request.kind === "mistake" && chain.came.kind !== "deposit") {
    throw new ReconciliationError({
      type: "conflict",
      code: "mistake_of_host",
      message: `Payment ${item.id} was not recorded here: it comes from the store.`,
      ids,
      remedy: "Cancel or refund the payment in the store; the ledger follows.",
    })
  }
  if (request.occurredOn < chain.came.occurredOn) {
    throw new ReconciliationError({
      type: "invalid_data",
      code: "reversal_before_payment",
      message: `The payment came on ${chain.came.occurredOn}; it cannot have been taken back on ${request.occurredOn}.`,
      ids,
      remedy: "Send the day on which the money left again.",
    })
  }
  const [sum] = await session.run<{ voided: string }>(sumOfVoids, nameOf(chain.came))
  const { came, reversals } = chain
  const left = reversibleAmong(wanted, { came, reversals, voided: BigInt(sum?.voided ?? 0) })
  const amount = request.amount === null ? left : positiveMinorUnitsOf(request.amount, digits)
  if (left === 0n) {
    throw new ReconciliationError({
      type: "conflict",
      code: "nothing_to_reverse",
      message: `All of payment ${item.id} has been taken back already.`,
      ids,
      remedy: "Look at the order: the reversal, or the deletion of the payment by the host, stands there.",
    })
  }
  if (amount > left) {
    throw new ReconciliationError({
      type: "invalid_data",
      code: "reversal_too_large",
      message: `Of payment ${item.id} only ${decimalOf(left, digits)} can still be taken back.`,
      ids: { ...ids, left: decimalOf(left, digits) },
      remedy: "Send at most that amount, or none for all of it.",
    })
  }
  return amount
}
