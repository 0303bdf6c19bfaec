import { endMembershipWorkflow } from "../../../../../../workflows/owners/workflows/end-membership"
import { membershipAnswer } from "../../../../../lib/account-answer"
import { endMembershipBody } from "../../../../../lib/owner-bodies"
import { membershipIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "memberships/{id}/end",
  right: "manage",
  summary:
    "End a membership: what the member's orders have open, and what is left of the money that came by joining, goes back.",
  id: membershipIdOf,
  body: endMembershipBody,
  answer: { left: "MembershipChangeView" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await endMembershipWorkflow(scope).run({
      input: { ...body, ...change, membership_id: id },
    })
    return { left: await membershipAnswer(scope, result) }
  },
})
