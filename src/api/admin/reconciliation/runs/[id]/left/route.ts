import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { pageOf } from "../../../../../lib/page"
import { runIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { namedLeft } from "../../../../../lib/run-answer"
import { cursor, limit } from "../../../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "runs/{id}/left",
  right: "view",
  summary:
    "A page of what a run left to people, and why: money without a place, what an undo could not take back, accounts that could not be done, and orders that a back-fill or its undo left.",
  id: runIdOf,
  query: z.strictObject({ limit, cursor: cursor.optional() }),
  answer: {
    ...pageOf("left", "RunLeftView"),
    left_orders: { type: "array", items: { $ref: "#/components/schemas/RunOrderLeftView" } },
  },
  handler: async ({ scope, id, query }) => {
    const { rows, orders, nextCursor } = await ledgerOf(scope).runs.left(id, query)
    return {
      left: await namedLeft(scope, rows),
      left_orders: orders,
      next_cursor: nextCursor,
      limit: query.limit,
    }
  },
})
