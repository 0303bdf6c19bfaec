import { accountAnswer } from "../../../../lib/account-answer"
import { accountIdOf } from "../../../../lib/path-id"
import { route } from "../../../../lib/route"

export const GET = route({
  method: "get",
  path: "accounts/{id}",
  right: "view",
  summary:
    "An account with its owner, its figures, its orders, the money that lies on it, what pays nothing yet and what is planned.",
  id: accountIdOf,
  answer: { account: "AccountView" },
  handler: async ({ scope, id }) => ({ account: await accountAnswer(scope, id) }),
})
