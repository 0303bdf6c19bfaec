import type { DecimalString } from "../items"
import type { OrderOfCode } from "./codes"
import type { ListedInstalment } from "./instalments"
import type { OpenItemView } from "./items"
import type { OwnerType } from "./owner"
import type { MembershipView } from "./owners"
import type { MatchingCode, ReconciliationState } from "./states"

/** An account by what names it. */
export interface AccountSummaryView {
  id: string
  currency_code: string
  digits: number
  version: number
}

/** Whose account it is, as the host knows them now. */
export interface AccountOwnerView {
  id: string
  /** By name, else company, else e-mail. */
  name: string
  company: string | null
  email: string | null
}

/** One entry of `GET /admin/reconciliation/accounts`. Accounts are never added: each has a currency of its own. */
export interface ListedAccountView extends AccountSummaryView {
  owner_type: OwnerType
  owner_id: string
  /** Null when it is an order's, or the host has the customer no more. */
  owner: AccountOwnerView | null
  /** The order of an account that has no customer; null of others. */
  order: OrderOfCode | null
  /** open − unallocated = balance. */
  totals: {
    open: DecimalString
    unallocated: DecimalString
    /** Signed. */
    balance: DecimalString
  }
}

/** Money or a credit that pays nothing yet, all of it or a rest. */
export interface UnappliedView extends OpenItemView {
  /** The order that it came with or lowers; null of money on account. */
  order: OrderOfCode | null
  /** Key of its row, null of money. */
  row: string | null
  /** The orders of the account that have exactly as much open; at most 20. */
  fits: OrderOfCode[]
}

/** A planned payment with what it is kept for. */
export interface PlannedPaymentView extends ListedInstalment {
  /** What the lines are called that it keeps room on. */
  titles: string[]
  /** What is kept for it now. */
  kept: DecimalString
  /** The version of its order, to be refused when something moved meanwhile. */
  order_version: number
}

/** `GET /admin/reconciliation/accounts/:id` → `{ account: AccountView }` */
export interface AccountView {
  id: string
  owner_type: OwnerType
  owner_id: string
  /** Null when it is an order's, or the host has the customer no more. */
  owner: AccountOwnerView | null
  currency_code: string
  digits: number
  version: number
  /** The creditor reference (ISO 11649) by which a transfer names it. */
  payment_reference: string
  /** Of all its orders and money together. */
  state: ReconciliationState
  /** owed − paid + unallocated = open, always; open − unallocated = balance. */
  totals: {
    /** Charges less line credits and rests given up, with surpluses kept, over all orders (signed). */
    owed: DecimalString
    /** Money received less money paid back or reversed (signed). */
    paid: DecimalString
    /** Open debits. */
    open: DecimalString
    /** Unallocated credits. */
    unallocated: DecimalString
    /** Charges less payments (signed). */
    balance: DecimalString
    /** What planned payments are to bring of what is open. */
    planned: DecimalString
  }
  /** How many orders have something open, how many transactions there are, and how many of these are not wholly allocated. */
  counts: { open_orders: number; transactions: number; open_transactions: number }
  orders: {
    id: string
    display_id: string
    placed_at: string
    owed: DecimalString
    open: DecimalString
    state: ReconciliationState
    code: MatchingCode | null
  }[]
  /** Money not tied to an order. */
  deposits: OpenItemView[]
  /** What was owed when the books began and is open still, oldest first. */
  opening_balances: OpenItemView[]
  /** What pays nothing yet, newest first; at most 100. */
  unapplied: UnappliedView[]
  /** What is planned and not paid yet, the next one first; at most 100. */
  planned_payments: PlannedPaymentView[]
  /** The owner's accounts in other currencies. */
  other_accounts: AccountSummaryView[]
  /** Whose orders and money belong to this account too, in the order in which they joined. */
  members: MembershipView[]
  /** Whose account the owner's orders and money belong to now; null of who is no member. */
  member_of: MembershipView | null
}
