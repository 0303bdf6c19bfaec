import type { AuditedOrder } from "../../../types/http"

/** An amount as the host keeps it: the exact text that it reads, and the number beside it. */
export interface KeptAmount {
  readonly raw: string | null
  readonly plain: string | null
}

export interface KeptRow extends KeptAmount {
  readonly id: string
  readonly at: string
}

/** The capture or the refund that a transaction names, deleted or not, and the orders that have its payment. */
export interface NamedRow {
  readonly deleted: boolean
  readonly orders: readonly AuditedOrder[]
}

export interface TransactionFacts extends KeptRow {
  readonly reference: string | null
  readonly reference_id: string | null
  readonly currency: string
  readonly capture: NamedRow | null
  readonly refund: NamedRow | null
}

export interface PaymentOfOrder extends KeptAmount {
  readonly id: string
  readonly provider_id: string | null
  readonly captured_at: string | null
  readonly canceled_at: string | null
  readonly captures: readonly KeptRow[] | null
  readonly refunds: readonly KeptRow[] | null
}

/** One row of readAuditedOrders. */
export interface OrderFacts {
  readonly id: string
  readonly display_id: string
  readonly status: string
  readonly version: number
  readonly is_draft: boolean | null
  readonly currency_code: string
  readonly created_at: string | Date
  readonly updated_at: string | Date
  readonly canceled_at: string | Date | null
  readonly summary: { readonly pending: string | null; readonly counted: string | null } | null
  readonly transactions: readonly TransactionFacts[] | null
  readonly credits: readonly KeptRow[] | null
  readonly collections:
    | readonly {
        readonly id: string
        readonly updated_at: string
        readonly status: string
        /** Another order has it too. */
        readonly is_shared: boolean
        readonly captured: string
        readonly refunded: string
        readonly payments: readonly PaymentOfOrder[] | null
      }[]
    | null
}

/** An order that a payment belongs to. */
export interface PaidOrder {
  readonly id: string
  readonly display_id: string
  readonly currency: string
}

/** One row of readAuditedPayments. */
export interface PaymentFacts {
  readonly id: string
  readonly provider_id: string | null
  readonly currency_code: string
  readonly created_at: string | Date
  readonly canceled_at: string | Date | null
  readonly amount: KeptAmount
  readonly captures: readonly KeptRow[] | null
  readonly refunds: readonly KeptRow[] | null
  readonly collection: {
    readonly id: string
    readonly deleted: boolean
    readonly currency: string
    readonly orders: readonly PaidOrder[]
  } | null
}

/** One row of readLooseCaptures or readLooseRefunds. */
export interface LooseFacts {
  readonly id: string
  readonly payment_id: string | null
  readonly provider_id: string | null
  readonly created_at: string | Date
  readonly raw: string | null
  /** Null where the payment is gone altogether. */
  readonly currency_code: string | null
  readonly orders: readonly PaidOrder[] | null
}

/** What a page is judged by. */
export interface Context {
  readonly digits: number
  /** What was written since may still be finished. */
  readonly freshSince: string
  /** References of credit lines that are money. */
  readonly moneyReferences: readonly string[]
}
