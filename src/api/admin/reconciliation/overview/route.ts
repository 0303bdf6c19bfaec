import { ledgerOf } from "../../../../workflows/ledger-of"
import { withCapturable } from "../../../lib/capturable"
import { route } from "../../../lib/route"

export const GET = route({
  method: "get",
  path: "overview",
  right: "view",
  summary:
    "What needs a person, by view of the list of what is unreconciled and in the lists beside it; how much was placed by itself, by rule; and how old what is owed is.",
  answer: { overview: { $ref: "#/components/schemas/OverviewView" } },
  handler: async ({ scope }) => {
    const overview = await ledgerOf(scope).lists.overview()
    const only = await withCapturable(
      scope,
      overview.views.flatMap((view) => view.only ?? []),
    )
    const byNumber = new Map(only.map((one) => [one.number, one]))
    const views = overview.views.map((view) => ({
      ...view,
      only: view.only && (byNumber.get(view.only.number) ?? view.only),
    }))
    return { overview: { ...overview, views } }
  },
})
