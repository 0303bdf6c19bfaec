import type { DecimalString } from "../items"

/** How far money of the ledger has come to be a payment of the store's order. */
export type MirrorState = "wanted" | "recorded" | "refused" | "withdrawing" | "withdrawn"

/** Why the store's order does not take a payment of the ledger, and what to do. */
export interface MirrorRefusal {
  code: "order_cancelled" | "order_draft" | "nothing_open"
  message: string
  remedy: string
}

/** A part of money on account that the store counts, or is to count, as a payment of an order. */
export interface MirrorView {
  id: string
  order_id: string
  display_id: string
  /** The money: the open item of the deposit, what it came by, its reference, its day. */
  payment_id: string
  payment: string
  method: string | null
  occurred_on: string
  currency_code: string
  /** Decimal digits of the currency. */
  digits: number
  amount: DecimalString
  /** When it was wanted first, ISO in UTC. */
  since: string
  state: MirrorState
  /** Only of a refused one. */
  refusal: MirrorRefusal | null
  /** What the host said when it failed last; null when it did not. */
  error: string | null
  /** How often the host failed. */
  attempts: number
  /** When it is tried next, ISO in UTC; null where nothing is to be done. */
  next_attempt_at: string | null
}

/** Money that was applied to an order while the mirror was off, and that the store does not count. */
export interface UnmirroredView {
  order_id: string
  display_id: string
  payment_id: string
  payment: string
  method: string | null
  occurred_on: string
  currency_code: string
  amount: DecimalString
}

/** Body of `POST mirrors` and `POST mirrors/preview`. */
export interface MirrorOrdersBody {
  /** At most 100; without, the first 100 parts there are. */
  order_ids?: string[] | undefined
}
