import type { PlannedPayment } from "../domain/instalments/payment-plan"
import type { InstalmentEvent } from "./tables/instalments"

/** A change of an order's plan of payments. */
export interface PlanChange {
  /** The plan that is in force afterwards. */
  readonly number: number
  /** New instalments; their numbers are their places, and −1, −2 … their ids. */
  readonly instalments: readonly PlannedPayment[]
  readonly events: readonly InstalmentEvent[]
}
