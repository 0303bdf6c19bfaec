import type { OpenItem } from "../open-item"

/** An item while a plan is being made: `open` shrinks as the plan grows. */
export interface Candidate {
  readonly item: OpenItem
  /** Minor units still to allocate. */
  open: bigint
  /** The order's placing moment, ISO; orders debits across orders. */
  readonly placedAt: string
  /** The day the order was placed. */
  readonly placedOn: string
}

/** One allocation as proposed. */
export interface Proposal {
  readonly credit: OpenItem
  readonly debit: OpenItem
  /** Minor units, above zero. */
  readonly amount: bigint
  readonly rule: string
  readonly creditOpenBefore: bigint
  readonly debitOpenBefore: bigint
}

/**
 * Decides which debits the credits pay. It takes from each candidate's `open` what it allocates, and
 * never more: `fill` and `put` are the only hands that touch it.
 */
export type Strategy = (credits: readonly Candidate[], debits: readonly Candidate[]) => Proposal[]

export type StrategyName = "line_order" | "oldest_first" | "due_date" | "pro_rata" | "exact_match"
