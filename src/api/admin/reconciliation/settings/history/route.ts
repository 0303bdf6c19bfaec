import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../workflows/ledger-of"
import { namesOfActors } from "../../../../lib/actors"
import { pageOf } from "../../../../lib/page"
import { route } from "../../../../lib/route"
import { cursor, limit, text } from "../../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "settings/history",
  right: "view",
  summary:
    "A page of what was changed in the settings, the newest first: by whom, when, why, and what was before.",
  query: z.strictObject({ name: text(60).min(1).optional(), limit, cursor: cursor.optional() }),
  answer: pageOf("changes", "SettingHistoryEntry"),
  handler: async ({ scope, query }) => {
    const { changes, nextCursor } = await ledgerOf(scope).configuration.history(query)
    const named = await namesOfActors(
      scope,
      changes.map(({ by }) => by),
    )
    return {
      changes: changes.map((one) => ({ ...one, by: named(one.by) })),
      next_cursor: nextCursor,
      limit: query.limit,
    }
  },
})
