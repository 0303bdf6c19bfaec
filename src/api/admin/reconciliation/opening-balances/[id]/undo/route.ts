import { undoOpeningBalanceWorkflow } from "../../../../../../workflows/opening-balances/workflows/undo-opening-balance"
import { undoOpeningBody } from "../../../../../lib/opening-bodies"
import { openingIdOf } from "../../../../../lib/path-id"
import { route } from "../../../../../lib/route"

export const POST = route({
  method: "post",
  path: "opening-balances/{id}/undo",
  right: "manage",
  summary:
    "Take an opening balance back that was posted by mistake, with cascade also one that is paid or used by now.",
  id: openingIdOf,
  body: undoOpeningBody,
  answer: { undone: "UndoneOpeningBalanceView" },
  handler: async ({ scope, id, body, change }) => {
    const { result } = await undoOpeningBalanceWorkflow(scope).run({
      input: { ...body, ...change, opening_balance_id: id },
    })
    return { undone: result }
  },
})
