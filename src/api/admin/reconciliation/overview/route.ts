import { ledgerOf } from "../../../../workflows/ledger-of"
import { route } from "../../../lib/route"

export const GET = route({
  method: "get",
  path: "overview",
  right: "view",
  summary:
    "What needs a person, by view of the list of what is unreconciled and in the lists beside it; how much was placed by itself, by rule; and how old what is owed is.",
  answer: { overview: { $ref: "#/components/schemas/OverviewView" } },
  handler: async ({ scope }) => ({ overview: await ledgerOf(scope).lists.overview() }),
})
