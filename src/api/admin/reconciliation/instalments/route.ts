import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { cursor, day, id, limit } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "instalments",
  right: "view",
  summary:
    "A page of planned payments that are upcoming, overdue or failed, by the day they fall due. A page may hold fewer than asked for.",
  query: z.strictObject({
    state: z.enum(["upcoming", "overdue", "failed"]).optional(),
    from: day.optional(),
    to: day.optional(),
    customer_id: id.optional(),
    limit,
    cursor: cursor.optional(),
  }),
  answer: pageOf("instalments", "ListedInstalment"),
  handler: async ({ scope, query: { customer_id: customerId, ...filter } }) => {
    const { instalments, nextCursor } = await ledgerOf(scope).plans.list({ ...filter, customerId })
    return { instalments, next_cursor: nextCursor, limit: filter.limit }
  },
})
