import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { withNames } from "../../../../../lib/actors"
import { pageOf } from "../../../../../lib/page"
import { orderIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { cursor, limit } from "../../../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "orders/{id}/history",
  right: "view",
  summary:
    "What was done to the order, newest first: who, when, why, what it moved, and whether it can be undone.",
  id: orderIdOf,
  query: z.strictObject({ limit, cursor: cursor.optional() }),
  answer: pageOf("changes", "HistoryEntry"),
  handler: async ({ scope, id, query }) => {
    const page = await ledgerOf(scope).edits.history({ orderId: id, ...query })
    return {
      changes: await withNames(scope, page.entries),
      next_cursor: page.nextCursor,
      limit: query.limit,
    }
  },
})
