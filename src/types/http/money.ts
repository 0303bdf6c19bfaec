import type { DecimalString } from "../items"
import type { OwnerType } from "./owner"
import type { AllocationMove, KeptMove, OrderEffect } from "./edits"
import type { OpenItemView } from "./items"
import type { RefundView, ReversalView } from "./payments"

/** An account, before and after. */
export interface AccountEffect {
  id: string
  owner_type: OwnerType
  /** Null of an account that is no customer's. */
  customer_id: string | null
  currency_code: string
  /** Signed: received less paid back, taken back and moved away. */
  paid_before: DecimalString
  paid_after: DecimalString
  /** Open debits. */
  open_before: DecimalString
  open_after: DecimalString
  /** Credits that are not used. */
  unallocated_before: DecimalString
  unallocated_after: DecimalString
}

/** What an act did to accounts and to their orders, or would do. */
export interface MoneyEffects {
  /** Each account that it touched, whether or not its sums differ. */
  accounts: AccountEffect[]
  /**
   * The orders that differ, at most 20. Here `open` is what an order's debits have open, and `unallocated` what its own
   * credits have left; money on account is part of the account.
   */
  orders: OrderEffect[]
}

/** `POST /admin/reconciliation/payments/:id/reversals/preview`: was done, looked at, and taken back. */
export interface ReversalPreview extends MoneyEffects {
  reversal: ReversalView
}

/** Why somebody takes an act back. */
export interface UndoBody {
  reason?: string | undefined
}

/** A reversal that was recorded by mistake and taken back. */
export interface UndoneReversalView extends MoneyEffects {
  /** What it had posted, settled now by what takes it back. */
  reversal: ReversalView
  /** What had settled it meanwhile, and is free again. */
  released: AllocationMove[]
}

/** `POST /admin/reconciliation/payments/:id/move` */
export interface MoveMoneyBody {
  /** The customer whose money it is; or nobody yet. */
  to: { customer_id: string } | { suspense: true }
  /** What of it is moved. When absent: what is free; with `release` all that can be. */
  amount?: DecimalString | undefined
  /** Takes the money off what it pays first, newest first; what fulfils a planned payment stays. */
  release?: boolean | undefined
  /** Takes back with it what has come to rest on that; else it is refused. */
  cascade?: boolean | undefined
  reason?: string | undefined
}

/** Money that was moved from one account to another. */
export interface MoneyMoveView extends MoneyEffects {
  /** For example "12.1": the first move of item 12. */
  id: string
  amount: DecimalString
  /** The money where it was, as it stands now. */
  payment: OpenItemView
  /** The same money where it is now: further acts name it by this id. */
  moved: OpenItemView
  released: AllocationMove[]
  /** What it pays still, because it cannot be taken off it. */
  kept: KeptMove[]
}

/** A move that was taken back. */
export interface UndoneMoveView extends MoneyEffects {
  id: string
  amount: DecimalString
  /** The money where it is again. */
  payment: OpenItemView
  /** What it paid where it had gone. */
  released: AllocationMove[]
  /** What it pays again where it came from. */
  restored: AllocationMove[]
}

/** `POST /admin/reconciliation/moves/:id/undo` */
export interface UndoMoveBody extends UndoBody {
  /** Takes the money off what it pays by now. */
  release?: boolean | undefined
  cascade?: boolean | undefined
}

/** `POST /admin/reconciliation/payments/:id/pay-back` */
export interface PayBackBody {
  /** All that is free when absent. */
  amount?: DecimalString | undefined
  /** How it went out; of what the store pays back through its provider, absent. */
  method?: "cash" | "cheque" | "transfer" | "other" | undefined
  reference?: string | undefined
  /** ISO date or timestamp the money went out; now when absent. */
  occurred_at?: string | undefined
  /** Has the store refund what a capture has left, through its payment provider. */
  via?: "host" | undefined
  reason?: string | undefined
}

/** Money that was paid back without an order. */
export interface PayBackView extends MoneyEffects {
  /** To undo it; null of what the store's payment provider paid back, which is for good. */
  id: string | null
  amount: DecimalString
  /** The money that was paid back. */
  payment: OpenItemView
  /** What went out; null where the store refunded it: then its refund stands on the order. */
  paid_back: OpenItemView | null
  host_refund: RefundView | null
}

/** What was recorded as paid back and never went out. */
export interface UndonePayBackView extends MoneyEffects {
  id: string
  amount: DecimalString
  payment: OpenItemView
}
