import { ledgerOf } from "../../../../../workflows/ledger-of"
import { accountIdOf } from "../../../../lib/account-id"
import { answer } from "../../../../lib/answer"

/** An account with its totals, its orders and the money that lies on it. */
export const GET = answer(async (request, response) => {
  response.json({
    account: await ledgerOf(request.scope).accounts.retrieve(accountIdOf(request.params["id"])),
  })
})
