import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { joinOf } from "../../../../../../../workflows/owners/steps/owners"
import { membershipAnswer } from "../../../../../../lib/account-answer"
import { joinBody } from "../../../../../../lib/owner-bodies"
import { accountIdOf } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "accounts/{id}/join/preview",
  right: "view",
  summary: "What making the account's owner a member of somebody would move. Changes nothing.",
  id: accountIdOf,
  body: joinBody,
  answer: { preview: "MembershipChangeView" },
  handler: async ({ scope, id, body, change }) => {
    const asked = await joinOf(scope, { ...body, ...change, member: { account_id: id } })
    return { preview: await membershipAnswer(scope, await ledgerOf(scope).owners.previewJoin(asked)) }
  },
})
