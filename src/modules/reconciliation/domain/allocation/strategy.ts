import type { OpenItem } from "../open-item"

/** An item while a plan is being made: `open` shrinks and `taxed` grows as the plan grows. */
export interface Candidate {
  readonly item: OpenItem
  /** Minor units still to allocate. */
  open: bigint
  /** Of each part of the item's taxes, in their order, what is allocated. */
  taxed: readonly bigint[]
  /** The order's placing moment, ISO; orders debits across orders. */
  readonly placedAt: string
  /** The day the order was placed. */
  readonly placedOn: string
  /** The shop's own id of the order, which no ledger makes up; empty without an order. */
  readonly orderId: string
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
  /** What it takes of each part of the credit's and of the debit's taxes, in their order. */
  readonly creditTaxes: readonly bigint[]
  readonly debitTaxes: readonly bigint[]
  /** The planned payment that it fulfils. */
  readonly instalmentId: bigint | null
}

/**
 * Decides which debits the credits pay. It takes from each candidate's `open` what it allocates, and
 * never more: `fill` and `put` are the only hands that touch it.
 */
export type Strategy = (credits: readonly Candidate[], debits: readonly Candidate[]) => Proposal[]

/** The strategies that come with the ledger; a store may add its own under other names. */
export type StrategyName =
  "line_order" | "oldest_first" | "due_date" | "pro_rata" | "component_priority" | "exact_match"
