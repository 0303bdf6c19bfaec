import { ledgerOf } from "../../../../workflows/ledger-of"
import { answer } from "../../../lib/answer"
import { readQuery } from "../../../lib/read-body"
import { accountsQuery } from "../../../lib/schemas"

/** The accounts of a customer, one a currency. */
export const GET = answer(async (request, response) => {
  const { customer_id } = readQuery(request, accountsQuery)
  response.json({ accounts: await ledgerOf(request.scope).listAccounts(customer_id) })
})
