import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { takeUpMirrorsWorkflow } from "../../../../workflows/mirror/workflows/take-up-mirrors"
import { mirrorBody } from "../../../lib/mirror-body"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { cursor, id, limit } from "../../../lib/schemas"

const UNMIRRORED = { type: "array", items: { $ref: "#/components/schemas/UnmirroredView" } }

export const GET = route({
  method: "get",
  path: "mirrors",
  right: "view",
  summary:
    "A page of what of money on account the store is still to count, or refuses to, as payments of its orders, oldest first; in another state when asked for.",
  query: z.strictObject({
    order_id: id.optional(),
    state: z.enum(["wanted", "recorded", "refused", "withdrawing", "withdrawn"]).optional(),
    limit,
    cursor: cursor.optional(),
  }),
  answer: pageOf("mirrors", "MirrorView"),
  handler: async ({ scope, query: { order_id: orderId, ...filter } }) => {
    const page = await ledgerOf(scope).mirrors.list({ ...filter, orderId })
    return { mirrors: page.mirrors, next_cursor: page.nextCursor, limit: filter.limit }
  },
})

export const POST = route({
  method: "post",
  path: "mirrors",
  right: "manage",
  summary:
    "Show the store, as payments of its orders, money on account that was applied to them while the mirror was off.",
  body: mirrorBody,
  answer: { mirrored: UNMIRRORED },
  handler: async ({ scope, body, change }) => {
    const { result } = await takeUpMirrorsWorkflow(scope).run({ input: { ...body, ...change } })
    return { mirrored: result }
  },
})
