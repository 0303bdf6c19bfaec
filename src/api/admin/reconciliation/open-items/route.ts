import { ledgerOf } from "../../../../workflows/ledger-of"
import { answerQuery } from "../../../lib/answer"
import { openItemsQuery } from "../../../lib/schemas"

/** A page of what is owed or pays and is not wholly allocated, oldest first. */
export const GET = answerQuery(openItemsQuery, async (request, response, query) => {
  const page = await ledgerOf(request.scope).openItems.list({
    accountId: query.account_id,
    orderId: query.order_id,
    customerId: query.customer_id,
    side: query.side,
    kind: query.kind,
    currencyCode: query.currency_code,
    from: query.from,
    to: query.to,
    cursor: query.cursor,
    limit: query.limit,
  })
  response.json({ open_items: page.items, next_cursor: page.nextCursor, limit: query.limit })
})
