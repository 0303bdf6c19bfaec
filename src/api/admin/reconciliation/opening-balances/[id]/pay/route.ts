import { payOpeningBalanceWorkflow } from "../../../../../../workflows/opening-balances/workflows/pay-opening-balance"
import { payOpeningBody } from "../../../../../lib/opening-bodies"
import { openingIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "opening-balances/{id}/pay",
  right: "manage",
  summary: "Put what lies unapplied on the account on an opening balance that is owed.",
  id: openingIdOf,
  body: payOpeningBody,
  answer: { paid: "PaidOpeningBalanceView" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await payOpeningBalanceWorkflow(scope).run({
      input: { ...body, ...change, opening_balance_id: id },
    })
    return { paid: result }
  },
})
