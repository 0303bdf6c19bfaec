import type { DecimalString } from "../items"
import type { KeptMove } from "./edits"
import type { AllocationPlanLeftover } from "./allocation-plans"
import type { ListedOwnerView } from "./lists"
import type { MatchingCode } from "./states"

/**
 * queued: its accounts are chosen, none was done; running; cancelling: what is in work is done, no other account is;
 * cancelled: what it had placed stays; finished: all accounts are done, single ones may have failed; failed: not one could
 * be done; undone: another run has taken back what it did.
 */
export type RunState = "queued" | "running" | "cancelling" | "cancelled" | "finished" | "failed" | "undone"

/**
 * reconcile puts the money of accounts; backfill brings orders of the host into the ledger that it does not know; undo takes
 * back what another run did.
 */
export type RunKind = "reconcile" | "backfill" | "undo"

/** Which accounts and which money a run is about, or which orders a back-fill; all of them when empty. */
export interface RunScope {
  /** None of a back-fill: the ledger does not know whose its orders are. */
  account_ids?: string[] | undefined
  /** Their accounts, and those of whom they are a member. */
  customer_ids?: string[] | undefined
  currency_code?: string | undefined
  /** Days on which the money or credit came, or the orders of a back-fill were placed, the first and the last, YYYY-MM-DD. */
  from?: string | undefined
  until?: string | undefined
  /** At most so many accounts, those known longest first; of a back-fill orders, the oldest first. */
  limit?: number | undefined
}

/** What a run moved in one currency; amounts of several currencies are never added. before − moved = after. */
export interface RunAmounts {
  currency_code: string
  digits: number
  /** Money and credit that paid nothing, on the accounts that were done; of a back-fill the money that came with its orders. */
  before: DecimalString
  /** What was placed; of an undo what was taken back, below zero. */
  moved: DecimalString
  after: DecimalString
}

/** What was counted of the accounts that are done; of a back-fill and its undo, of the orders. */
export interface RunCounts {
  /** Accounts that were looked at, and those of them that were changed. */
  done: number
  changed: number
  /** Accounts that could not be done. */
  failed: number
  /** Amounts: how much of one payment or credit goes to one order. Of an undo, as many as it took back. */
  placed: number
  /** What these are made of: one an item. */
  allocations: number
  /** Orders that something was placed on and that have nothing open any more. */
  settled_orders: number
  /** Entries of the list of what was left. */
  left: number
  amounts: RunAmounts[]
}

export interface RunView {
  id: string
  kind: RunKind
  state: RunState
  /** Of an undo, the run that it undoes; of another one, the run that undoes it or has undone it. */
  undoes: string | null
  undone_by: string | null
  scope: RunScope
  /** Null of an undo, and of a back-fill that follows each order's own. */
  strategy: string | null
  /** Of an undo: whether it takes back with it what rests on what the run did. */
  cascade: boolean | null
  actor: { type: "system" | "user" | "api-key"; id: string | null; name: string | null }
  /** What set it off: a route, a job. */
  cause: string
  /** ISO in UTC. */
  created_at: string
  started_at: string | null
  ended_at: string | null
  /** Who stopped it. */
  cancelled_by: string | null
  /** Accounts that are of its scope, 0 of an undo, and those of them that have something to be done; of a back-fill orders. */
  in_scope: number
  accounts: number
  counts: RunCounts
}

/** How much of one payment or credit a run placed on one order, or took back of it. */
export interface RunMoveView {
  account_id: string
  owner: ListedOwnerView
  currency_code: string
  digits: number
  change_id: string
  credit: {
    /** Id of the open item. */
    id: string
    kind: string
    title: string
    method: string | null
    occurred_on: string
    /** The number of the order that it came with or lowers; null of money on account. */
    display_id: string | null
  }
  /** Null of what belongs to no order. */
  order: {
    id: string
    display_id: string
    /** What the order has open, and its matching code; both as they are now, in a preview as they would be. */
    open: DecimalString
    code: MatchingCode | null
  } | null
  amount: DecimalString
  /** How many items it is spread over. */
  items: number
  rules: string[]
  /** The part of it that somebody has taken back since. */
  taken_back: DecimalString
}

/** What a run left as it was, and why. */
export interface RunLeftView {
  account_id: string
  owner: ListedOwnerView
  currency_code: string
  digits: number
  /** The payment or credit; null where the whole account could not be done. */
  credit_item_id: string | null
  /** Only of an undo: what it was placed on, and the order of that; null of what belongs to no order. */
  debit_item_id: string | null
  order: { id: string; display_id: string } | null
  amount: DecimalString
  /**
   * As of a plan, or: set_free: a person set it free, and no run without a person puts it; failed: the account could not be
   * done. Of an undo: rests: something had of it since; changed: somebody took it back or put it anew; written_off: its
   * order was written off since; else as when it is deleted by hand.
   */
  reason:
    | AllocationPlanLeftover["reason"]
    | KeptMove["why"]
    | "set_free"
    | "failed"
    | "rests"
    | "changed"
    | "written_off"
  /** How many orders have exactly this amount open. */
  equal_orders: number
  /** Only of an undo: the allocations that rest on it; of written_off the write-offs. */
  dependants: string[]
  /** Only of an undo, where rests, changed or written_off: what was done since. */
  later: RunLaterView | null
  /** Of an account that could not be done: its error. */
  error: string | null
}

/** For what an undo leaves an amount: the newest of the changes that used or changed it since, and how many there are. */
export interface RunLaterView {
  changes: number
  change_id: string
  /** As in the history of an order. */
  kind: string
  recorded_at: string
  actor: { type: "system" | "user" | "api-key"; id: string | null; name: string | null }
  cause: string
  run_id: string | null
  /** rests and written_off: how much the newest one used, or wrote off; changed: how much of it still stands there. */
  amount: DecimalString
  /** What it used it on: the kind of the open item, a refund or a charge, and the number of its order. */
  on: { kind: string; display_id: string | null }
}

/** An order that a back-fill, or its undo, left as it was, and why. */
export interface RunOrderLeftView {
  order_id: string
  /** Its number, where it was read. */
  display_id: string | null
  /**
   * known: the ledger came to know it meanwhile; gone: the host has it no more; nothing_to_post; failed: it could not be done.
   * Of an undo: changed: somebody moved an allocation of it since; followed: more was posted of it since; else as when
   * allocations are deleted by hand.
   */
  reason: "known" | "gone" | "nothing_to_post" | "failed" | "changed" | "followed" | KeptMove["why"]
  error: string | null
}

/** What a run would do: it was done, page by page, looked at, and taken back. */
export interface RunPreview {
  /** Null of an undo, and of a back-fill that follows each order's own. */
  strategy: string | null
  /** Accounts, or of a back-fill orders, of the scope; null on the pages after the first, and of an undo. */
  in_scope: number | null
  counts: RunCounts
  /**
   * Of a back-fill: how the orders that it would bring in would stand (full: nothing is open), and how many of them contradict
   * themselves in the host. Null of another run.
   */
  orders: { full: number; partial: number; none: number; contradicting: number } | null
  /** Only of an undo with what rests on it: how many later changes it takes amounts back of; else 0. */
  later_changes: number
  /** Pairs of money and the only order that has exactly this open, which this strategy breaks and exact_match keeps. */
  exact_pairs_broken: number
  /** The first 100 of what these pages would place, and of what they would leave. */
  moves: RunMoveView[]
  left: RunLeftView[]
  /** The same of the orders of a back-fill, or of its undo. */
  left_orders: RunOrderLeftView[]
  /** The other accounts, where they are too many for one answer: all counts are of this part. Null at the end. */
  next_cursor: string | null
}

/** Body of `POST runs` and `POST runs/preview`. */
export interface StartRunBody extends RunScope {
  /** Default reconcile. */
  kind?: "reconcile" | "backfill" | undefined
  /** Of a back-fill by default each order's own; else by default the store's policy for money on account, else oldest_first. */
  strategy?: string | undefined
}

/** Body of `POST runs/:id/undo` and its preview. */
export interface UndoRunBody {
  /** keep: what something rests on stays; cascade: is taken back with it. Without it an undo that finds such is refused. */
  dependants?: "keep" | "cascade" | undefined
}
