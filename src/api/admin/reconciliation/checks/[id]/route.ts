import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../workflows/ledger-of"
import { namedChecks } from "../../../../lib/actors"
import { pageOf } from "../../../../lib/page"
import { checkIdOf } from "../../../../lib/path-id"
import { route } from "../../../../lib/route"
import { cursor, limit } from "../../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "checks/{id}",
  right: "view",
  summary:
    "A check, and a page of the rows that it found at fault: what stands there, what should, why that may be, and what to do.",
  id: checkIdOf,
  query: z.strictObject({ limit, cursor: cursor.optional() }),
  answer: { check: "CheckView", ...pageOf("findings", "FindingView") },
  handler: async ({ scope, id, query }) => {
    const { check, findings, nextCursor } = await ledgerOf(scope).checks.retrieve(id, query)
    const [named] = await namedChecks(scope, [check])
    return { check: named, findings, next_cursor: nextCursor, limit: query.limit }
  },
})
