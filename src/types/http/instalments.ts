import type { DecimalString } from "../items"
import type { OrderEffect } from "./edits"

/** An order's planned payments: they reserve what they are meant to pay and settle nothing. */
export interface PaymentPlanView {
  /** The number of the plan; a new plan takes the place of what is left of the one before. */
  version: number
  /** Those of this plan, and those of earlier ones that money fulfilled, in the order of plan and number. */
  instalments: InstalmentView[]
  /** What the order has open and no instalment, nor a return on its way, is to bring. */
  not_covered: DecimalString
}

/** lapsed is an instalment of which the order owes nothing any more. */
export type InstalmentState = "scheduled" | "due" | "overdue" | "failed" | "settled" | "lapsed" | "cancelled"

export interface InstalmentView {
  id: string
  /** The plan it belongs to. */
  plan: number
  number: number
  /** As last postponed. */
  due_on: string
  amount: DecimalString
  /** What money put on the order in fulfilment of it. */
  paid: DecimalString
  /** What is kept for it of what rows still owe. */
  reserved: { row: string; amount: DecimalString }[]
  /** What it is still meant to pay of which rows, whether or not these still owe it. */
  pins: { row: string; amount: DecimalString }[]
  /** What the order no longer owes of it: the instalment is that much too large. */
  shrunk_by: DecimalString
  state: InstalmentState
  method: string | null
  /** Money that carries it fulfils this instalment. */
  reference: string | null
}

/** An instalment with the order and the account that it is of. */
export interface ListedInstalment extends InstalmentView {
  order_id: string
  display_id: string
  account_id: string
  customer_id: string | null
  currency_code: string
}

/** `PUT /admin/reconciliation/orders/:id/plan`, header `Idempotency-Key` optional. */
export interface PlanPaymentsBody {
  instalments: {
    /** YYYY-MM-DD. */
    due_on: string
    amount: DecimalString
    method?: string | undefined
    /** Money that carries it fulfils this instalment: a payment, payment collection or capture of the host. */
    reference?: string | undefined
    /** Rows it is meant for; without an amount a row takes what the instalment has left for it. */
    items?: { row: string; amount?: DecimalString | undefined }[] | undefined
  }[]
  /** Kept in the journal. */
  reason?: string | undefined
  /** The version last read; 409 when the order has moved on. */
  version?: number | undefined
}

/** `POST /admin/reconciliation/orders/:id/plan/preview`: was planned, or cancelled, looked at, and taken back. */
export interface PlanPreview {
  /** The order's version that it was done on; sent with the plan, the plan is refused when the order has moved on. */
  base_version: number
  /** False when the order already has this very plan, or nothing is left to cancel. */
  changed: boolean
  /** Null of an order that has none. */
  plan: PaymentPlanView | null
  order: OrderEffect
}
