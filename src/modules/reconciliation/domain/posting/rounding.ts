import { ReconciliationError } from "../errors"
import { keyOf } from "../key"
import type { Desired, DocumentState } from "./document-state"
import type { WorkingLedger } from "./working-ledger"

/**
 * Lines and money are rounded one by one; what that leaves between their sum and the exact sum is an
 * item of its own, so that a paid order closes to the cent.
 */
export function roundingOf(
  ledger: WorkingLedger,
  state: DocumentState & { balance: bigint },
  orderId: string,
): Desired {
  const key = keyOf("rounding", orderId)
  const left = [key, ...(state.unsettled ?? [])].map((one) => ledger.standing.get(one)?.net ?? 0n)
  const rounded = left.reduce((sum, net) => sum - net, ledger.sum())
  return {
    key,
    class: "rounding",
    signed: state.balance - rounded,
    lineKey: key,
    position: ROUNDING_POSITION,
    title: "Rounding",
    reference: key,
    method: null,
    hostId: null,
    at: state.at,
    on: state.on,
    taxes: [],
  }
}

/**
 * Rounding moves each host amount by half a minor unit at most, and their sum by as much. More than
 * that is no rounding: something was not read, or stands twice, and must not be plugged in silence.
 */
export function refuseLargeRounding(
  ledger: WorkingLedger,
  { signed }: Desired,
  { orderId, shown }: { orderId: string; shown: DocumentState },
): void {
  const amounts = BigInt((shown.lines ?? []).length + shown.money.length)
  if (2n * (signed < 0n ? -signed : signed) <= amounts + 1n) return
  throw new ReconciliationError({
    type: "unexpected_state",
    code: "rounding_too_large",
    message: `The order's ${amounts} amounts add up to ${shown.balance} minor units, but ${ledger.sum()} would stand in the ledger: rounding cannot explain the difference.`,
    ids: { order_id: orderId },
    remedy:
      "Nothing was written. Reconcile the order again; if it is refused again, report it with the order's lines, credit lines, captures and refunds.",
  })
}

/** After every line and shipping method. */
const ROUNDING_POSITION = 2_000_000_000
