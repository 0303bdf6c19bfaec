import type { PlannedPayment } from "../domain/payment-plan"
import { instalmentEvents, instalments as table, type InstalmentEvent } from "../sql/tables/instalments"

/** A change of an order's plan of payments. */
export interface PlanChange {
  /** The plan that is in force afterwards. */
  readonly number: number
  /** New instalments; their numbers are their places, and −1, −2 … their ids. */
  readonly instalments: readonly PlannedPayment[]
  readonly events: readonly InstalmentEvent[]
}

/** The last parameters of write_change_with_plan. */
export function planParametersOf({ number, instalments, events }: PlanChange): unknown[] {
  const numbered = instalments.map((planned, index) => ({ ...planned, number: index + 1 }))
  return [number, table.jsonOf(numbered), instalmentEvents.jsonOf(events)]
}
