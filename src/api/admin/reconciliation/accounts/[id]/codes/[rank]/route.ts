import { ledgerOf } from "../../../../../../../workflows/ledger-of"
import { ownerOfAccount } from "../../../../../../lib/customer-view"
import { accountIdOf, codeRank } from "../../../../../../lib/path-id"
import { route } from "../../../../../../lib/route"

export const GET = route({
  method: "get",
  path: "accounts/{id}/codes/{rank}",
  right: "view",
  summary: "What shares a matching code: what pays, what it settles, and how much of which goes to which.",
  id: accountIdOf,
  parts: { rank: codeRank },
  answer: { code: "MatchingCodeView" },
  handler: async ({ scope, id, parts: { rank } }) => {
    const { account, ...code } = await ledgerOf(scope).accounts.matchingCode(id, rank)
    return { code: { ...code, account: { ...account, customer: await ownerOfAccount(scope, account) } } }
  },
})
