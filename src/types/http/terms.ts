import type { DecimalString } from "../items"

/**
 * Terms of payment: so many days after what is owed came; the end of the month in which those end, or with `on` that day of
 * the next one; so many days after the last piece was delivered.
 */
export type DueBody =
  { days: number } | { end_of_month: number; on?: number | undefined } | { on_delivery: number }

/** The terms of an order. */
export interface TermsView {
  due: DueBody
  /** Given by a rule of the store's when the order was placed, or by a person. */
  source: "rule" | "person"
}

/** When something falls due: on a day, or on none as long as it waits for its delivery. */
export interface DueView {
  /** YYYY-MM-DD; null while it waits. */
  on: string | null
  awaits_delivery: boolean
}

/** `PUT /admin/reconciliation/orders/:id/terms`, header `Idempotency-Key` optional. */
export interface GiveTermsBody {
  due: DueBody
  /** Kept in the journal. */
  reason?: string | undefined
  /** The version last read; 409 when the order has moved on. */
  version?: number | undefined
}

/** A row that has something open, and when that falls due. */
export interface RedatedRowView {
  row: string
  title: string
  open: DecimalString
  due_before: DueView | null
  due_after: DueView
}

/** `POST /admin/reconciliation/orders/:id/terms/preview`: was done, looked at, and taken back. */
export interface TermsPreview {
  /** The order's version that it was done on; sent with the terms, they are refused when the order has moved on. */
  base_version: number
  /** False when the order has these very terms already. */
  changed: boolean
  terms: TermsView | null
  rows: RedatedRowView[]
}
