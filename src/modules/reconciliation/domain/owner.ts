/**
 * Whose an account is: a customer's, an order's that nobody has a name for, a company's that customers buy for, or
 * nobody's yet (`suspense`: money of an unknown owner, one account a currency).
 */
export type OwnerType = "customer" | "order" | "company" | "suspense"

/** The one name of the owner whom nobody knows yet. */
export const SUSPENSE_ID = "suspense"
