import { ledgerOf } from "../../../../../workflows/ledger-of"
import { readOld } from "../../../../../workflows/runs/read-old"
import { route } from "../../../../lib/route"

export const GET = route({
  method: "get",
  path: "set-up/examples",
  right: "view",
  summary:
    "What each policy would have done with the store's own last orders: a checkout paid in part, money on account, a small rest, a refund. What the store has none of is made up and says so. Changes nothing.",
  answer: { examples: "SetUpExamples" },
  handler: async ({ scope }) => ({
    examples: await ledgerOf(scope).setUp.examples(async (orderIds) => readOld(scope, orderIds)),
  }),
})
