import type { DecimalString, OpenItemKind } from "../items"

/** `GET /admin/reconciliation/receipts/:id` → `{ receipt: ReceiptView }` */
export interface ReceiptView {
  /** "R-2026-0042": series, year and number without gaps. */
  number: string
  /** payment, deposit, stored_value or refund; of a credit note adjustment, credit_line or cancellation. */
  kind: OpenItemKind
  method: string | null
  provider_id: string | null
  reference: string
  occurred_on: string
  amount: DecimalString
  currency_code: string
  digits: number
  account_id: string
  /** Whose money it is now: the owner of the account where most of it lies, as the store knows them now. */
  customer: { id: string; name: string; email: string | null } | null
  store_name: string
  /** The order that it belongs to; null of money on account. */
  order: { id: string; display_id: string } | null
  /** One, or the lines of a credit note. */
  items: { id: string; title: string; kind: OpenItemKind; amount: DecimalString }[]
  /** What it pays now, or what it was paid back out of. Empty of a credit note. */
  settles: {
    title: string
    kind: OpenItemKind
    order: { id: string; display_id: string } | null
    amount: DecimalString
  }[]
  /** What of it lies on account. */
  unapplied: DecimalString
  /** What of it the payer or the bank took back; what it had paid is owed again. Of a refund what did not go out after all. */
  taken_back: DecimalString
}
