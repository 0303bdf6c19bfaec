import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { namedRows } from "../../../lib/account-answer"
import { soughtInstalments } from "../../../lib/instalments-sought"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { cursor, day, id, limit, text } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "instalments",
  right: "view",
  summary:
    "A page of planned payments: those to come by the day they fall due, or those that were paid, the last one first. `q` finds them by their account's owner and by the number of an order.",
  query: z.strictObject({
    view: z.enum(["open", "late", "failed", "paid"]).default("open"),
    state: z.enum(["upcoming", "overdue", "failed"]).optional(),
    from: day.optional(),
    to: day.optional(),
    customer_id: id.optional(),
    q: text(100).trim().min(1).optional(),
    limit,
    cursor: cursor.optional(),
  }),
  answer: pageOf("instalments", "ListedInstalmentView"),
  handler: async ({ scope, query: { customer_id: customerId, q, ...filter } }) => {
    const sought = await soughtInstalments(scope, q)
    const { instalments, nextCursor } = await ledgerOf(scope).plans.list({ ...filter, customerId, sought })
    return { instalments: await namedRows(scope, instalments), next_cursor: nextCursor, limit: filter.limit }
  },
})
