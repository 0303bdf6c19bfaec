import type { AccountView } from "../../types/http"

/** Of whom money on an account is recorded: of a company, any of its customers; null where it is recorded elsewhere. */
export function payerOf({
  owner_type: type,
  owner_id: id,
  members,
  member_of: of,
}: AccountView): string | null {
  if (type === "suspense" || of) return null
  if (type !== "company") return id
  return members.find(({ member }) => member.type === "customer")?.member.id ?? null
}
