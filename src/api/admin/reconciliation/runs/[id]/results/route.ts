import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { namedRows } from "../../../../../lib/account-answer"
import { pageOf } from "../../../../../lib/page"
import { runIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { cursor, limit } from "../../../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "runs/{id}/results",
  right: "view",
  summary:
    "A page of what a run placed, by account: how much of which payment or credit on which order. Of an undo, what it took back.",
  id: runIdOf,
  query: z.strictObject({ limit, cursor: cursor.optional() }),
  answer: pageOf("results", "RunMoveView"),
  handler: async ({ scope, id, query }) => {
    const { rows, nextCursor } = await ledgerOf(scope).runs.moves(id, query)
    return { results: await namedRows(scope, rows), next_cursor: nextCursor, limit: query.limit }
  },
})
