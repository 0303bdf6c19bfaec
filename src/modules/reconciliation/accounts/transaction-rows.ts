import type { MembershipOwnerView } from "../../../types/http"
import type { Problem } from "../domain/posting/document-state"
import type { PlanStanding } from "../instalments/plans"
import type { Account, OpenItemRow } from "../ledger/rows"

/** A transaction as it is read: its first item, and the sums of all. */
export interface TransactionRow extends OpenItemRow {
  readonly place: number
  readonly order_id: string | null
  readonly display_id: string | null
  readonly placed_on: string | null
  readonly ids: string[]
  readonly first_title: string
  readonly lines: number
  readonly debits: string
  readonly credits: string
  readonly open_debits: string
  readonly open_credits: string
}

/** How an order stands in an account. */
export interface OrderStandingRow {
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

/** All that is read of a page besides its places. */
export interface TransactionParts {
  readonly account: Account
  readonly rows: readonly TransactionRow[]
  readonly standings: ReadonlyMap<bigint, OrderStandingRow>
  readonly plans: ReadonlyMap<bigint, PlanStanding>
  readonly legs: readonly LegRow[]
  /** Keys of what takes acts back that were undone. */
  readonly undone: ReadonlySet<string>
  /** By item, whose account the money went to or came from. */
  readonly others: ReadonlyMap<string, MembershipOwnerView>
  /** Numbers of receipts and credit notes, by item. */
  readonly numbers: ReadonlyMap<string, string>
}
