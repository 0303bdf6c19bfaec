export type { OpenItemKind } from "../modules/reconciliation/domain/kind"

/** A decimal string with exactly the digits of its currency, for example "75.00". */
export type DecimalString = string

/** How money came or went; of a reversal or a write-off, what kind it was, and of an opening balance that it takes one back. */
export interface MeansView {
  /** cash, cheque, transfer, card …; null of what is no money, and where it is unknown. */
  method: string | null
  /** The host's payment provider that moved it; null where none did. */
  provider_id: string | null
  /** Of a reversal: chargeback, bounced_cheque, direct_debit_return, other. Of what was given up or kept: short_payment, surplus, bank_charges, cash_discount. Of what takes an opening balance back: opening_undone. */
  detail: string | null
}
