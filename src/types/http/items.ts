import type { DecimalString, MeansView, OpenItemKind } from "../items"
import type { ReconciliationState } from "./states"

/** One entry of `GET /admin/reconciliation/open-items`. */
export interface OpenItemView extends MeansView {
  id: string
  account_id: string
  customer_id: string | null
  order_id: string | null
  side: "debit" | "credit"
  kind: OpenItemKind
  title: string
  reference: string
  /** "R-2026-0042", of money and of credit notes; null of what has none, and for a moment until it is given. */
  receipt_number: string | null
  currency_code: string
  occurred_on: string
  /** When it falls due by the order's terms; null of what has none, due on the day it occurred, and while it waits. */
  due_on: string | null
  /** It falls due by its delivery, and a piece of it is not delivered yet. */
  awaits_delivery: boolean
  amount: DecimalString
  allocated: DecimalString
  open: DecimalString
  state: ReconciliationState
}
