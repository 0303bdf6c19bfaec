import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { cursor, id, limit } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "accounts",
  right: "view",
  summary: "A page of the accounts of a customer, one a currency, by currency.",
  query: z.strictObject({ customer_id: id, limit, cursor: cursor.optional() }),
  answer: pageOf("accounts", "AccountSummaryView"),
  handler: async ({ scope, query: { customer_id: customerId, ...page } }) => {
    const { accounts, nextCursor } = await ledgerOf(scope).accounts.page({ ...page, customerId })
    return { accounts, next_cursor: nextCursor, limit: page.limit }
  },
})
