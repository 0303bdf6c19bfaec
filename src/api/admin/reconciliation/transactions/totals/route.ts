import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../workflows/ledger-of"
import { route } from "../../../../lib/route"
import { FILTERS, filterOf } from "../../../../lib/transactions-sought"

export const GET = route({
  method: "get",
  path: "transactions/totals",
  right: "view",
  summary: "How many transactions are not reconciled, by view, and what they come to in each currency.",
  query: z.strictObject(FILTERS),
  answer: { totals: { $ref: "#/components/schemas/UnreconciledTotalsView" } },
  handler: async ({ scope, query }) => ({
    totals: await ledgerOf(scope).lists.totals(await filterOf(scope, query)),
  }),
})
