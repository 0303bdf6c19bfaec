import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { currencyCode, cursor, day, glAccount, id, itemKind, limit, numberId } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "open-items",
  right: "view",
  summary: "A page of what is owed or pays and is not wholly allocated, oldest first.",
  query: z.strictObject({
    account_id: numberId.optional(),
    order_id: id.optional(),
    customer_id: id.optional(),
    side: z.enum(["debit", "credit"]).optional(),
    kind: itemKind.optional(),
    state: z.enum(["none", "partial"]).optional(),
    gl_account: glAccount.optional(),
    currency_code: currencyCode.toLowerCase().optional(),
    from: day.optional(),
    to: day.optional(),
    limit,
    cursor: cursor.optional(),
  }),
  answer: pageOf("open_items", "OpenItemView"),
  handler: async ({ scope, query }) => {
    const { account_id: accountId, order_id: orderId, customer_id: customerId, ...others } = query
    const { currency_code: currency, gl_account: glAccountOf, ...filter } = others
    const page = await ledgerOf(scope).openItems.list({
      ...filter,
      accountId,
      orderId,
      customerId,
      currencyCode: currency,
      glAccount: glAccountOf,
    })
    return { open_items: page.items, next_cursor: page.nextCursor, limit: query.limit }
  },
})
