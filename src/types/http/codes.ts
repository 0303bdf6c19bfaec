import type { AllocationExplanation, NamedItem } from "../explanation"
import type { DecimalString } from "../items"
import type { OrderReconciliation } from "./orders"
import type { OwnerType } from "./owner"
import type { MatchingCode } from "./states"

/** An order by its id and the number that people know. */
export interface OrderOfCode {
  id: string
  display_id: string
}

/**
 * `GET /admin/reconciliation/accounts/:id/codes/:rank` → `{ code: MatchingCodeView }`: what shares a matching code. What
 * pays (`from`) and what it settles (`to`) always agree, and `links` say how much of which goes to which.
 */
export interface MatchingCodeView extends MatchingCode {
  account: {
    id: string
    owner_type: OwnerType
    owner_id: string
    /** The customer as the host knows them now; null when the account is an order's, or the host has them no more. */
    customer: OrderReconciliation["customer"]
    currency_code: string
    digits: number
  }
  /** The order whose code it is; null when it is the code of a payment or a credit that pays several orders. */
  order: OrderOfCode | null
  /** What pays, oldest first. */
  from: CodePayer[]
  /** What is owed: lines as the order lists them, then what was paid back or taken back. */
  to: CodeDebt[]
  /** In the order of `from`, then of `to`. */
  links: CodeLink[]
  totals: {
    /** money + credits. */
    pays: DecimalString
    money: DecimalString
    credits: DecimalString
    /** items + refunds. */
    settles: DecimalString
    items: DecimalString
    /** Paid back, taken back, or kept by the store. */
    refunds: DecimalString
    /** pays − settles: always zero. */
    difference: DecimalString
    /** What keeps the code in lower case: what the order owes still, or what the credit has left. */
    still_open: DecimalString
    /** The part of `still_open` that planned payments are to bring. */
    planned: DecimalString
  }
}

/**
 * Money or a credit that pays under the code. A line's credit on its own line, rounding, and what went on in another
 * account are no payments: they are left out of the amounts.
 */
export interface CodePayer extends NamedItem {
  /** Id of the open item. */
  id: string
  source: "money" | "credit"
  /** All of it: here + elsewhere.amount + unallocated. */
  amount: DecimalString
  /** The part that pays under this code. */
  here: DecimalString
  /** The part that pays under other codes or none, and all codes that it carries besides this one. */
  elsewhere: { amount: DecimalString; codes: MatchingCode[] }
  unallocated: DecimalString
}

/** What is owed under the code: settled + planned + without_money = amount. */
export interface CodeDebt extends NamedItem {
  /** The key of its row; of what is of no row, a name of the ledger's. */
  key: string
  group: "item" | "refund"
  /** The order that it is of; null of what was taken back of money on account. */
  order: OrderOfCode | null
  /** Less what its own line's credits and rounding took off it. Under a credit's code, the part that the credit pays. */
  amount: DecimalString
  settled: DecimalString
  /** What instalments keep of the rest. */
  planned: DecimalString
  /** What neither money nor an instalment is there for. */
  without_money: DecimalString
}

/** An amount of something that pays, on something that is owed. */
export interface CodeLink {
  /** The `id` of what pays, and the `key` of what is owed. */
  from: string
  to: string
  amount: DecimalString
  /** It fulfils a planned payment, at least in part: only the plan can change it. */
  instalment_bound: boolean
  /** Why: each allocation that it is made of, oldest first; never none. */
  explanations: AllocationExplanation[]
}
