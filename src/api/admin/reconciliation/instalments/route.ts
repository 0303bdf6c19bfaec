import { ledgerOf } from "../../../../workflows/ledger-of"
import { answerQuery } from "../../../lib/answer"
import { instalmentsQuery } from "../../../lib/schemas"

/** A page of planned payments that are still to come, in the order in which they fall due. */
export const GET = answerQuery(
  instalmentsQuery,
  async (request, response, { customer_id: customerId, ...query }) => {
    const { instalments, nextCursor } = await ledgerOf(request.scope).plans.list({ ...query, customerId })
    response.json({ instalments, next_cursor: nextCursor, limit: query.limit })
  },
)
