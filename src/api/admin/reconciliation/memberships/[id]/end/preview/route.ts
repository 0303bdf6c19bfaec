import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { endOf } from "../../../../../../../workflows/owners/steps/owners"
import { membershipAnswer } from "../../../../../../lib/account-answer"
import { endMembershipBody } from "../../../../../../lib/owner-bodies"
import { membershipIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "memberships/{id}/end/preview",
  right: "view",
  summary: "What ending a membership would move. Changes nothing.",
  id: membershipIdOf,
  body: endMembershipBody,
  answer: { preview: "MembershipChangeView" },
  handler: async ({ scope, id, body, change }) => {
    const asked = endOf({ ...body, ...change, membership_id: id })
    return { preview: await membershipAnswer(scope, await ledgerOf(scope).owners.previewEnd(asked)) }
  },
})
