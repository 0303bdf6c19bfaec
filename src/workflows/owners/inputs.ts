import type { EndMembershipBody, JoinBody } from "../../types/http"
import type { Called } from "../money/inputs"

export interface JoinOwnerInput extends Called, JoinBody {
  /** Who joins: a customer, who need have no account yet, or the owner of an account. */
  member: { customer_id: string } | { account_id: string }
}

export interface EndMembershipInput extends Called, EndMembershipBody {
  membership_id: string
}
