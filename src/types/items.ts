/** A decimal string with exactly the digits of its currency, for example "75.00". */
export type DecimalString = string

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
  | "transfer"
