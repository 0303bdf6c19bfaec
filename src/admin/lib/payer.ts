import type { AccountView, RecordPaymentBody } from "../../types/http"

/** Whose money it is, as it is recorded. */
export type Payer = Pick<RecordPaymentBody, "customer_id" | "order_id">

/**
 * Of whom money on an account is recorded: of a company, any of its customers; of an order without a customer, that order;
 * null where it is recorded elsewhere.
 */
export function payerOf({ owner_type: type, members, member_of: of, ...owner }: AccountView): Payer | null {
  if (type === "suspense" || of) return null
  if (type !== "company") return ownPayerOf({ owner_type: type, ...owner })
  const member = members.find((one) => one.member.type === "customer")?.member
  return member ? { customer_id: member.id } : null
}

/** The owner of an account, as who pays. */
export function ownPayerOf({
  owner_type: type,
  owner_id: id,
}: Pick<AccountView, "owner_type" | "owner_id">): Payer {
  return type === "order" ? { customer_id: null, order_id: id } : { customer_id: id }
}
