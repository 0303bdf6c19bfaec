import type { PlannedPayment } from "../domain/payment-plan"
import type { PinnedLine } from "../domain/pinned-line"

/** What becomes of an instalment that stands: a row of its own, because an instalment never changes. */
export interface InstalmentEvent {
  readonly instalmentId: bigint
  readonly kind: "postponed" | "failed" | "cancelled"
  /** The new day, only of a postponed one. */
  readonly dueOn: string | null
  readonly note: string | null
}

/** A change of an order's plan of payments. */
export interface PlanChange {
  /** The plan that is in force afterwards. */
  readonly number: number
  /** New instalments; their ids are −1, −2 … in this order. */
  readonly instalments: readonly PlannedPayment[]
  readonly events: readonly InstalmentEvent[]
}

/** The last parameters of write_change_with_plan. */
export function planColumns({ number, instalments, events }: PlanChange): unknown[] {
  return [
    number,
    instalments.map(({ dueOn }) => dueOn),
    instalments.map(({ amount }) => amount),
    instalments.map(({ method }) => method),
    instalments.map(({ reference }) => reference),
    instalments.map(({ pins }) => storedPins(pins)),
    events.map(({ instalmentId }) => instalmentId),
    events.map(({ kind }) => kind),
    events.map(({ dueOn }) => dueOn),
    events.map(({ note }) => note),
  ]
}

/** Text amounts, because JSON numbers are floats. */
function storedPins(pins: readonly PinnedLine[]): string {
  return JSON.stringify(pins.map(({ lineKey, amount }) => ({ line: lineKey, amount: amount.toString() })))
}
