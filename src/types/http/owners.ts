import type { DecimalString } from "../items"
import type { MoneyEffects } from "./money"
import type { OwnerType } from "./owner"

/** Somebody who is a member, or whom somebody is a member of. */
export interface MembershipOwnerView {
  type: OwnerType
  /** The host's id; a company's is what it was given. */
  id: string
  /** A customer's as the host knows them now, a company's as it was given last; null where there is none. */
  name: string | null
  /** Their own account in the currency that is looked at; null where they have none, or where none is looked at. */
  account_id: string | null
}

/** That an owner's orders and money belong to the account of somebody else. */
export interface MembershipView {
  id: string
  member: MembershipOwnerView
  of: MembershipOwnerView
  since: string
  /** Null while it lasts. */
  ended_at: string | null
  reason: string | null
}

/** `POST /admin/reconciliation/accounts/:id/join`: the owner of the account joins another one, in every currency. */
export interface JoinBody {
  /** Whom they become a member of. A company that has no members yet is given its name. */
  to: { account_id: string } | { customer_id: string } | { company_id: string; name?: string | undefined }
  reason?: string | undefined
}

/** `POST /admin/reconciliation/memberships/:id/end` */
export interface EndMembershipBody {
  reason?: string | undefined
}

/** What went from one account to another, or would go. */
export interface BroughtView {
  currency_code: string
  from_account_id: string
  to_account_id: string
  /** How many orders have something open that moves, and the first 20 of them. */
  order_count: number
  orders: {
    id: string
    display_id: string
    /** Open debits, and credits that are not used. */
    open: DecimalString
    unallocated: DecimalString
  }[]
  /** Open debits and unused credits of all the orders. */
  open: DecimalString
  unallocated: DecimalString
  /** Money on account. */
  money: DecimalString
  /** What is owed without an order. */
  debts: DecimalString
}

/** An owner who joined another one, or left; or what that would move. */
export interface MembershipChangeView extends MoneyEffects {
  membership: MembershipView
  /** One for each account that something is taken from; orders that have nothing open follow without being listed. */
  brought: BroughtView[]
}
