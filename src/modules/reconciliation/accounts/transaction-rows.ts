import type { Problem } from "../domain/posting/document-state"
import type { PlanStanding } from "../instalments/plans"
import type { DocumentNumbersFound } from "../document-numbers/numbers-of"
import type { OpenItemRow } from "../ledger/rows"

/** A transaction as it is read: its first item, and the sums of all. */
export interface TransactionRow extends OpenItemRow {
  readonly place: number
  readonly account_id: string
  readonly order_id: string | null
  readonly display_id: string | null
  readonly placed_on: string | null
  readonly ids: string[]
  readonly first_title: string
  readonly lines: number
  /** Of those, how many still owe something. */
  readonly open_lines: number
  readonly debits: string
  readonly credits: string
  readonly open_debits: string
  readonly open_credits: string
}

/** How an order stands in an account. */
export interface OrderStandingRow {
  readonly account_id: string
  readonly document_id: string
  readonly expected: { line: string; amount: string }[]
  readonly plan: number
  readonly problems: Problem[]
  readonly rank: number | null
  readonly open: string
  readonly applied: string
}

export interface LegRow {
  readonly item_id: string
  readonly account_id: string
  readonly rank: number
  readonly closed: boolean
}

/** A transaction by its account, and the order or the first item that it is of. */
export interface TransactionPlace {
  readonly accountId: bigint
  readonly ref: string
  readonly isOrder: boolean
}

/** An order in an account, as parts are found by it. */
export const standingKey = (accountId: string, documentId: string): string => `${accountId}:${documentId}`

/** All that is read of a page besides its places. */
export interface TransactionParts {
  /** Of the account of each. */
  readonly digitsOf: (accountId: string) => number
  readonly rows: readonly TransactionRow[]
  /** By standingKey. */
  readonly standings: ReadonlyMap<string, OrderStandingRow>
  readonly plans: ReadonlyMap<bigint, PlanStanding>
  readonly legs: readonly LegRow[]
  /** Keys of what takes acts back that were undone. */
  readonly undone: ReadonlySet<string>
  /** Numbers of receipts and credit notes, by item. */
  readonly numbers: ReadonlyMap<string, string>
  /** Numbers of other programs' papers. */
  readonly documentNumbers: DocumentNumbersFound
}
