/**
 * What an item is, in the accountant's words.
 *
 * debit: charge, fee, shipping, return_shipping, rounding, adjustment (a line's price went up), refund
 * (money out), void (money in that the host took back), reversal (money that the bank or the payer took
 * back), write_off (a surplus kept), credit_line, cancellation and cash_discount (only to undo an earlier one)
 *
 * credit: payment, deposit, stored_value (gift card, store credit), adjustment (a line's price went
 * down), credit_line, cancellation, rounding, void (money out that the host took back), reversal (one
 * that the host has come to record by itself), write_off (a short payment that is given up), cash_discount (given up for
 * early payment, with its tax)
 *
 * either: transfer, which closes an item that goes on in another account; opening_balance, what a customer owed (debit)
 * or had (credit) when the store began to keep its books here, and what takes one back
 */
export type OpenItemKind =
  | "charge"
  | "fee"
  | "shipping"
  | "return_shipping"
  | "rounding"
  | "adjustment"
  | "credit_line"
  | "cancellation"
  | "payment"
  | "deposit"
  | "stored_value"
  | "refund"
  | "void"
  | "reversal"
  | "write_off"
  | "cash_discount"
  | "transfer"
  | "opening_balance"
