import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { namedRows } from "../../../lib/account-answer"
import { withCapturable } from "../../../lib/capturable"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { cursor, limit } from "../../../lib/schemas"
import { FILTERS, filterOf } from "../../../lib/transactions-sought"

const query = z
  .strictObject({
    ...FILTERS,
    show: z.enum(["all", "unreconciled"]).default("all"),
    view: z.enum(["contradictions", "taken_back", "overdue", "to_place", "owed", "not_due"]).optional(),
    sort: z.enum(["newest", "oldest", "largest", "smallest", "owner"]).default("newest"),
    limit,
    cursor: cursor.optional(),
  })
  .refine(
    ({ show, view, sort }) => show === "unreconciled" || (!view && (sort === "newest" || sort === "oldest")),
    {
      error: "show must be unreconciled with a view, and with any sort but newest and oldest",
      path: ["show"],
    },
  )

export const GET = route({
  method: "get",
  path: "transactions",
  right: "view",
  summary:
    "A page of transactions of all accounts, or of what is not reconciled with why and the next step: orders, payments, refunds and credits, each with its state. `q` finds them by their owner's name, company or e-mail, by the number of an order, a receipt or an invoice, and by the reference of a payment.",
  query,
  answer: pageOf("transactions", "ListedTransactionView"),
  handler: async ({ scope, query: asked }) => {
    const { show, view, sort, cursor: after } = asked
    const { transactions, nextCursor } = await ledgerOf(scope).lists.page({
      ...(await filterOf(scope, asked)),
      unreconciled: show === "unreconciled",
      view,
      sort,
      cursor: after,
      limit: asked.limit,
    })
    return {
      transactions: await withCapturable(scope, await namedRows(scope, transactions)),
      next_cursor: nextCursor,
      limit: asked.limit,
    }
  },
})
