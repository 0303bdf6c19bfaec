import type { Candidate } from "../domain/allocation/strategy"
import type { OpenItem } from "../domain/open-item"
import type { WriteOffKind } from "../domain/write-offs/write-off"
import type { ChangeContext } from "../ledger/change"
import type { LoadedDocument } from "../ledger/documents"
import type { Account } from "../ledger/rows"

/** An order, or only what one row of its matrix has open; or money on account by its open item. */
export type WriteOffTarget =
  { readonly orderId: string; readonly row?: string } | { readonly paymentId: string }

export interface WriteOffInput {
  readonly target: WriteOffTarget
  readonly kind: WriteOffKind
  /** A decimal string; null for all that is open. */
  readonly amount: string | null
  readonly reason: string
  /** A name of its own for the write-off. */
  readonly id: string
  readonly occurredAt: string
  readonly occurredOn: string
  readonly context: ChangeContext
  /** The order's version that the caller has seen. */
  readonly expectedVersion?: number | undefined
  /** The same key twice writes off once. */
  readonly idempotencyKey?: string | undefined
}

/** Where a write-off happens, locked, with what could be written off. */
export interface WriteOffPlace {
  readonly account: Account
  /** The order, or null for money on account. */
  readonly loaded: LoadedDocument | null
  readonly money: OpenItem | null
  /** The only row of the order that it may be taken off; null for all of them. */
  readonly row: string | null
  readonly candidates: Candidate[]
  /** What the limit is a share of: the order's price, or the money's amount. Minor units. */
  readonly total: bigint
  /** What stands written off of it and was not undone: it counts towards the limit and the threshold. */
  readonly standing: bigint
}
