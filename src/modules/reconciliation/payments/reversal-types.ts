import type { ChangeContext } from "../ledger/change"

export type ReversalKind = "chargeback" | "bounced_cheque" | "direct_debit_return" | "mistake" | "other"

export interface ReversalRequest {
  /** An open item's id, or a capture's id of the host (capt_…). */
  readonly paymentId: string
  readonly kind: ReversalKind
  /** A decimal string; null for all that is left. */
  readonly amount: string | null
  readonly reference: string | null
  readonly reason: string
  /** ISO in UTC, and its day in the accounting time zone. */
  readonly occurredAt: string
  readonly occurredOn: string
  /** The moment as the caller stated it; null when it was left to the clock. */
  readonly statedAt: string | null
  readonly idempotencyKey: string
  readonly context: ChangeContext
}
