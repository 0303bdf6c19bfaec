import { ledgerOf } from "../../../../../workflows/ledger-of"
import { accountIdOf } from "../../../../lib/path-id"
import { route } from "../../../../lib/route"

export const GET = route({
  method: "get",
  path: "accounts/{id}",
  right: "view",
  summary: "An account with its totals, its orders and the money that lies on it.",
  id: accountIdOf,
  answer: { account: "AccountView" },
  handler: async ({ scope, id }) => ({ account: await ledgerOf(scope).accounts.retrieve(id) }),
})
