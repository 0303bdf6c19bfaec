import { ledgerOf } from "../../../../workflows/ledger-of"
import { answer } from "../../../lib/answer"
import { readQuery } from "../../../lib/read-body"
import { instalmentsQuery } from "../../../lib/schemas"

/** A page of planned payments that are still to come, in the order in which they fall due. */
export const GET = answer(async (request, response) => {
  const { customer_id: customerId, ...query } = readQuery(request, instalmentsQuery)
  const { instalments, nextCursor } = await ledgerOf(request.scope).plans.list({ ...query, customerId })
  response.json({ instalments, next_cursor: nextCursor, limit: query.limit })
})
