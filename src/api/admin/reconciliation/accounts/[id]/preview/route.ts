import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { accountIdOf } from "../../../../../lib/account-id"
import { answer } from "../../../../../lib/answer"
import { readBody } from "../../../../../lib/read-body"
import { previewAccountBody } from "../../../../../lib/schemas"

/** What reconciling the account would do now; changes nothing. */
export const POST = answer(async (request, response) => {
  const accountId = accountIdOf(request.params["id"])
  const { strategy } = await readBody(request, previewAccountBody)
  response.json({ allocation_plan: await ledgerOf(request.scope).accounts.preview(accountId, strategy) })
})
