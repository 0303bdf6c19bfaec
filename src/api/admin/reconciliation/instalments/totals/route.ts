import { z } from "@medusajs/framework/zod"
import { ledgerOf } from "../../../../../workflows/ledger-of"
import { soughtInstalments } from "../../../../lib/instalments-sought"
import { route } from "../../../../lib/route"
import { text } from "../../../../lib/schemas"

export const GET = route({
  method: "get",
  path: "instalments/totals",
  right: "view",
  summary:
    "How many planned payments are to come, late, failed and paid, and what is to come in each currency: late or failed, within thirty days, later.",
  query: z.strictObject({ q: text(100).trim().min(1).optional() }),
  answer: { totals: { $ref: "#/components/schemas/InstalmentTotalsView" } },
  handler: async ({ scope, query: { q } }) => ({
    totals: await ledgerOf(scope).plans.totals({ sought: await soughtInstalments(scope, q) }),
  }),
})
