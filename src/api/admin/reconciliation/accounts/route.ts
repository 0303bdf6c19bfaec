import { ledgerOf } from "../../../../workflows/ledger-of"
import { answerQuery } from "../../../lib/answer"
import { accountsQuery } from "../../../lib/schemas"

/** A page of the accounts of a customer, one a currency. */
export const GET = answerQuery(
  accountsQuery,
  async (request, response, { customer_id: customerId, ...page }) => {
    const { accounts, nextCursor } = await ledgerOf(request.scope).accounts.page({ ...page, customerId })
    response.json({ accounts, next_cursor: nextCursor, limit: page.limit })
  },
)
