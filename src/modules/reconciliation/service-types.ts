import type { ChangeContext } from "./ledger/change"
import type { ReversalRequest } from "./payments/reversal-types"
import type { AllocationPlanView } from "../../types/http"

export interface ReconcileOptions {
  readonly context: ChangeContext
  /** By name; when absent, the order's sales channel or the store decides. */
  readonly strategy?: string | undefined
  /** Refuse when the ledger has moved on from this version. */
  readonly expectedVersion?: number | undefined
  /** Only for an account: the same key twice does it once. */
  readonly idempotencyKey?: string | undefined
  /** Only for an order: when the sweep must read it again whatever the host's marks say. */
  readonly recheckAt?: string | null | undefined
}

export interface RecordPayment {
  readonly customerId: string
  readonly currencyCode: string
  /** Decimal digits of the currency, from the host's currency table. */
  readonly digits: number
  /** A decimal string, above zero. */
  readonly amount: string
  readonly method: string
  readonly reference: string | null
  /** An ISO moment, or a day of the accounting time zone; null for now. */
  readonly occurredAt: string | null
  readonly idempotencyKey: string
  readonly context: ChangeContext
}

export interface ReverseMoney extends Omit<ReversalRequest, "occurredAt" | "occurredOn" | "statedAt"> {
  /** An ISO moment, or a day of the accounting time zone; null for now. */
  readonly occurredAt: string | null
}

/** What a change did by the way. */
export interface AutomaticWriteOffs {
  /** The orders of which it wrote off a short payment by itself: after the commit the host is to be told. */
  readonly writtenOff: readonly string[]
}

export interface ReconciledAccount extends AutomaticWriteOffs {
  readonly allocationPlan: AllocationPlanView
}

export interface ReconciledOrder extends AutomaticWriteOffs {
  readonly orderId: string
  /** False when the ledger already held everything. */
  readonly changed: boolean
  /** Whether a later read was applied before: nothing was done, and the host may have moved on since. */
  readonly superseded: boolean
  readonly allocationPlan: AllocationPlanView
}
