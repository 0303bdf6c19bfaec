import type { DecimalString } from "../items"

/** The five states of an order, a payment, a refund, a deposit or a credit. */
export type ReconciliationState = "full" | "partial" | "none" | "planned" | "error"

/** How money that did not come through the order's own payment is treated. */
export type UnappliedMoneyPolicy = "checkout_only" | "exact_match" | "oldest_first"

/** A letter or letters that say which items belong together; upper case once wholly paid. */
export interface MatchingCode {
  /** Position in the account's sequence, from 1. Sort by this, never by the letters. */
  rank: number
  /** Rendered letters, for example "a" while open and "A" when closed. */
  code: string
  closed: boolean
}

/** The part of a payment or credit that carries one code. */
export interface CodeLeg extends MatchingCode {
  amount: DecimalString
}
