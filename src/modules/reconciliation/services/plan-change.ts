import type { PlannedPayment } from "../domain/payment-plan"
import type { Json } from "../sql/tables/column"
import { instalmentEvents, instalments as table, type InstalmentEvent } from "../sql/tables/instalments"

/** A change of an order's plan of payments. */
export interface PlanChange {
  /** The plan that is in force afterwards. */
  readonly number: number
  /** New instalments; their numbers are their places, and −1, −2 … their ids. */
  readonly instalments: readonly PlannedPayment[]
  readonly events: readonly InstalmentEvent[]
}

/** The plan of a change, as write_change_with_plan takes it. */
export function planRecordOf({ number, instalments, events }: PlanChange): Record<string, Json> {
  return {
    number,
    instalments: instalments.map((planned, index) => table.recordOf({ ...planned, number: index + 1 })),
    events: events.map(instalmentEvents.recordOf),
  }
}
