import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { postOpeningBalancesWorkflow } from "../../../../workflows/opening-balances/workflows/post-opening-balances"
import { namedRows } from "../../../lib/account-answer"
import { LARGEST_OPENINGS_BYTES, openingsBody } from "../../../lib/opening-bodies"
import { OPENINGS, openingRowsNamed } from "../../../lib/opening-answers"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { currencyCode, cursor, limit, numberId } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "opening-balances",
  right: "view",
  summary:
    "A page of what customers owed or had before the store's books began, the newest first, and what all that stand come to by currency.",
  query: z.strictObject({
    account_id: numberId.optional(),
    currency_code: currencyCode.toLowerCase().optional(),
    balance: z.enum(["owes", "has_money"]).optional(),
    limit,
    cursor: cursor.optional(),
  }),
  answer: {
    ...pageOf("opening_balances", "OpeningBalanceView"),
    sums: { type: "array", items: { $ref: "#/components/schemas/OpeningBalanceSumView" } },
  },
  handler: async ({ scope, query }) => {
    const { account_id: accountId, currency_code: code, balance, cursor: after } = query
    const { openingBalances: facet } = ledgerOf(scope)
    const { openingBalances, nextCursor } = await facet.list({
      accountId,
      currencyCode: code,
      balance,
      cursor: after,
      limit: query.limit,
    })
    return {
      opening_balances: await namedRows(scope, openingBalances),
      next_cursor: nextCursor,
      limit: query.limit,
      sums: await facet.sums(accountId),
    }
  },
})

export const POST = route({
  method: "post",
  path: "opening-balances",
  right: "manage",
  summary: "Post what up to 500 customers owed or had before the store's books began: all rows or none.",
  body: openingsBody,
  largestBodyBytes: LARGEST_OPENINGS_BYTES,
  answer: OPENINGS,
  records: true,
  handler: async ({ scope, body, change }) => {
    const { result } = await postOpeningBalancesWorkflow(scope).run({ input: { ...body, ...change } })
    return openingRowsNamed(scope, result)
  },
})
