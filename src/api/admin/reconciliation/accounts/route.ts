import { ledgerOf } from "../../../../workflows/ledger-of"
import { answerQuery } from "../../../lib/answer"
import { accountsQuery } from "../../../lib/schemas"

/** The accounts of a customer, one a currency. */
export const GET = answerQuery(accountsQuery, async (request, response, { customer_id }) => {
  response.json({ accounts: await ledgerOf(request.scope).listAccounts(customer_id) })
})
