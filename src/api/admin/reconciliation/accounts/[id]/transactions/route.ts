import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../../workflows/ledger-of"
import { withOtherNames } from "../../../../../lib/account-answer"
import { pageOf } from "../../../../../lib/page"
import { accountIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"
import { cursor, limit, rank } from "../../../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "accounts/{id}/transactions",
  right: "view",
  summary:
    "A page of what happened on an account, with the balance after each transaction. An order is one of them; so is each payment, refund and credit.",
  id: accountIdOf,
  query: z.strictObject({
    show: z.enum(["all", "open"]).default("all"),
    rank: rank.optional(),
    order: z.enum(["newest", "oldest"]).default("newest"),
    limit,
    cursor: cursor.optional(),
  }),
  answer: pageOf("transactions", "AccountTransactionView"),
  handler: async ({ scope, id, query }) => {
    const page = await ledgerOf(scope).accounts.transactions(id, query)
    const transactions = await withOtherNames(scope, page.transactions)
    return { transactions, next_cursor: page.nextCursor, limit: query.limit }
  },
})
