import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../workflows/ledger-of"
import { foundInHost, ownersOfAccounts } from "../../../lib/account-answer"
import { pageOf } from "../../../lib/page"
import { route } from "../../../lib/route"
import { currencyCode, cursor, flag, id, limit, text } from "../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "accounts",
  right: "view",
  summary:
    "A page of accounts with their figures, one a customer and currency: a customer's by currency, with those of whom the customer is a member of, or all of them, the newest first. `q` finds them by their customer's name, company or e-mail, by an order's number, or by a matching code; of more than 500 customers or orders that are found, by these. `owner_type=suspense` gives those of money of an unknown owner.",
  query: z.strictObject({
    customer_id: id.optional(),
    owner_type: z.literal("suspense").optional(),
    q: text(100).trim().min(1).optional(),
    currency_code: currencyCode.toLowerCase().optional(),
    open: flag.optional(),
    unapplied: flag.optional(),
    limit,
    cursor: cursor.optional(),
  }),
  answer: pageOf("accounts", "ListedAccountView"),
  handler: async ({ scope, query }) => {
    const { customer_id: customerId, currency_code: currency, owner_type: ownerType, q, ...filter } = query
    const { accounts, nextCursor } = await ledgerOf(scope).accounts.page({
      ...filter,
      customerId,
      ownerType,
      currencyCode: currency,
      among: q === undefined ? undefined : await foundInHost(scope, q),
    })
    return {
      accounts: await ownersOfAccounts(scope, accounts),
      next_cursor: nextCursor,
      limit: query.limit,
    }
  },
})
