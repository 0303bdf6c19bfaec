import type { Proposal } from "../domain/allocation/strategy"
import type { OpenItem } from "../domain/open-item"
import type { OwnerType } from "../domain/owner"
import type { WriteOffKind } from "../domain/write-offs/write-off"
import type { ChangeContext, WrittenChange } from "../ledger/change"
import type { Owner } from "../ledger/owners"
import type { Account } from "../ledger/rows"
import type { LedgerOrder } from "../orders/order-view"
import type { WriteOffPlace } from "../write-offs/types"

/** What becomes of what the money does not cover of an order. */
export type DifferenceKind = "keep_open" | "write_off" | "cash_discount" | "bank_fee"

/** An order that a person ticked; amounts are decimal strings. */
export interface TickedOrder {
  readonly orderId: string
  /** Null: what is open, as far as the money goes. */
  readonly amount: string | null
  /** Exactly so much of each item, by its row; null leaves it to the plan of payments and the order of the lines. */
  readonly lines: readonly { readonly line: string; readonly amount: string }[] | null
  readonly difference: {
    readonly kind: DifferenceKind
    /** Null: all that the money does not cover. */
    readonly amount: string | null
    readonly reason: string | null
  } | null
}

/** Money that came. */
export interface MoneyReceived {
  /** Names it in the ledger; the same name twice is the same money. */
  readonly name: string
  /** Minor units, above zero. */
  readonly amount: bigint
  readonly method: string
  /** As a person typed it; null where there is none. */
  readonly reference: string | null
  /** ISO in UTC, and its day in the accounting time zone. */
  readonly occurredAt: string
  readonly occurredOn: string
  /** It was recorded before, and that is meant. */
  readonly confirmed: boolean
}

export interface Payment {
  /** Whose account it is: a customer's, which may have to be opened, or one by its id. */
  readonly account: Owner | bigint
  /** Null: only what lies unapplied on the account is used. */
  readonly money: MoneyReceived | null
  /** Null: nothing is ticked, and the store's policy decides. */
  readonly orders: readonly TickedOrder[] | null
  /** First what already lies unapplied on the account. */
  readonly useUnapplied: boolean
  /** The planned payment that it fulfils. */
  readonly instalmentId: string | null
  /** The account's version that the person has seen. */
  readonly version: number | undefined
  readonly context: ChangeContext
}

/** What was given up of an order, or waits for a second person. */
export interface Difference {
  readonly kind: WriteOffKind
  /** Minor units. */
  readonly amount: bigint
  readonly reason: string
  /** The write-off's name; null where a second person must agree first. */
  readonly id: string | null
  readonly place: WriteOffPlace
}

/** What one line of an order had, got and has then; minor units. */
export interface PaidLine {
  /** The row; null of what an order owes without a line. */
  readonly line: string | null
  readonly title: string
  readonly open: bigint
  readonly gets: bigint
  readonly givenUp: bigint
}

export interface PaidOrder {
  readonly orderId: string
  readonly documentId: bigint
  /** As it was before. */
  readonly before: LedgerOrder
  readonly lines: readonly PaidLine[]
  /** Minor units of money on account that it got: what the store may show as a payment. */
  readonly onAccount: bigint
  readonly difference: Difference | null
  /** Whether a person decided what becomes of the rest. */
  readonly decided: boolean
}

/** Money of the same account or store that looks like what is recorded. */
export interface Lookalike {
  readonly itemId: string
  readonly accountId: string
  readonly ownerType: OwnerType
  readonly customerId: string
  readonly occurredOn: string
}

/** A payment as it was written. */
export interface RecordedMoney {
  readonly account: Account
  /** The money that came; null where only unapplied money was used. */
  readonly item: OpenItem | null
  readonly orders: readonly PaidOrder[]
  readonly proposals: readonly Proposal[]
  /** Minor units of what lay unapplied and was used. */
  readonly unappliedUsed: bigint
  readonly lookalike: Lookalike | null
  readonly written: WrittenChange | null
}
