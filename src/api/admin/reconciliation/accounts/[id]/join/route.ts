import { joinOwnerWorkflow } from "../../../../../../workflows/owners/workflows/join-owner"
import { membershipAnswer } from "../../../../../lib/account-answer"
import { joinBody } from "../../../../../lib/owner-bodies"
import { accountIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "accounts/{id}/join",
  right: "manage",
  summary:
    "Make the account's owner a member of another customer, or of a company: what they have open, and their money on account, goes to the other's account in every currency, and so does what comes from then on.",
  id: accountIdOf,
  body: joinBody,
  answer: { joined: "MembershipChangeView" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await joinOwnerWorkflow(scope).run({
      input: { ...body, ...change, member: { account_id: id } },
    })
    return { joined: await membershipAnswer(scope, result) }
  },
})
