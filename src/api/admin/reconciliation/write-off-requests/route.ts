import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { namesOfUsers } from "../../../lib/actors"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { cursor, limit, numberId } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "write-off-requests",
  right: "view",
  summary: "A page of write-offs that wait, or waited, for a second person, the newest first.",
  query: z.strictObject({
    status: z.enum(["pending", "decided"]).optional(),
    account_id: numberId.optional(),
    limit,
    cursor: cursor.optional(),
  }),
  answer: pageOf("write_off_requests", "ListedWriteOffRequestView"),
  handler: async ({ scope, query: { account_id: accountId, ...filter } }) => {
    const { requests, nextCursor } = await ledgerOf(scope).writeOffs.requests({ ...filter, accountId })
    const names = new Map(
      await namesOfUsers(
        scope,
        requests.map((one) => one.requested_by),
      ),
    )
    return {
      write_off_requests: requests.map((one) => ({
        ...one,
        requested_by_name: names.get(one.requested_by) ?? null,
      })),
      next_cursor: nextCursor,
      limit: filter.limit,
    }
  },
})
