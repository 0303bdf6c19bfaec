import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { currencyCode, cursor, limit } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "suspense",
  right: "view",
  summary: "A page of money whose owner nobody knows yet and that waits to be moved, oldest first.",
  query: z.strictObject({
    currency_code: currencyCode.toLowerCase().optional(),
    limit,
    cursor: cursor.optional(),
  }),
  answer: pageOf("payments", "OpenItemView"),
  handler: async ({ scope, query: { currency_code: currency, ...page } }) => {
    const { payments, nextCursor } = await ledgerOf(scope).money.suspense({ ...page, currencyCode: currency })
    return { payments, next_cursor: nextCursor, limit: page.limit }
  },
})
